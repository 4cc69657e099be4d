package io.weir.platform.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the open internet from all others, by the IANA registries of special-purpose addresses (RFC 6890).
 * An IPv6 address that carries an IPv4 one is judged by that one (RFC 6052; RFC 4291, 2.5.5.2).
 */
public final class PublicAddresses {

    /** Where cloud platforms tell a machine its own credentials. */
    private static final List<Cidr> METADATA =
            list("169.254.169.254", "168.63.129.16", "100.100.100.200", "192.0.0.192", "fd00:ec2::254", "fd20:ce::254");

    private static final List<Cidr> SPECIAL_V4 = list(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    /** The only part of IPv6 that is given out for global use. */
    private static final Cidr GLOBAL_V6 = Cidr.parse("2000::/3");

    private static final List<Cidr> SPECIAL_V6 = list("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");
    private static final Cidr NAT64 = Cidr.parse("64:ff9b::/96");

    private PublicAddresses() {}

    /** The IPv4 address that an IPv6 address of a translator stands for; else the address itself. */
    public static InetAddress effective(InetAddress address) {
        if (!NAT64.contains(address)) {
            return address;
        }
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    /** Whether an address, {@link #effective effective} already, belongs to the open internet. */
    public static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? !contains(SPECIAL_V4, address)
                : GLOBAL_V6.contains(address) && !contains(SPECIAL_V6, address);
    }

    /** Whether an address, {@link #effective effective} already, gives out a machine's credentials. */
    public static boolean isMetadata(InetAddress address) {
        return contains(METADATA, address);
    }

    private static boolean contains(List<Cidr> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Cidr> list(String... networks) {
        return Stream.of(networks).map(Cidr::parse).toList();
    }
}
