package io.weir.edge.upstream;

import io.weir.edge.call.HostPattern;
import io.weir.platform.net.Cidr;
import io.weir.platform.net.PublicAddresses;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which addresses may be connected to: those of the open internet, and those that the operator permits. What is judged
 * is the address that is then connected to, so a name that changes its address between the look and the call gains
 * nothing. Immutable and safe to share.
 */
public final class AddressGuard {

    /** What is said where an address may not be connected to. */
    public static final String REFUSAL = "The upstream's address is not on the open internet; the operator can permit"
            + " it in gateway.private_upstreams_permitted.";

    private final List<Cidr> networks = new ArrayList<>();
    private final List<HostPattern> hosts = new ArrayList<>();

    private AddressGuard() {}

    /**
     * A guard with exceptions.
     *
     * @param entries networks, addresses, or hosts as in {@link HostPattern}, that may be called although they are not
     *     public. Addresses that give out a machine's credentials are permitted only one by one
     */
    public static AddressGuard permitting(List<String> entries) {
        AddressGuard guard = new AddressGuard();
        for (String entry : entries) {
            try {
                guard.networks.add(Cidr.parse(entry));
            } catch (IllegalArgumentException e) {
                guard.hosts.add(hostPattern(entry));
            }
        }
        return guard;
    }

    private static HostPattern hostPattern(String entry) {
        if (entry.indexOf('/') >= 0) {
            throw new IllegalArgumentException("a permitted private upstream is " + Cidr.FORM + ", or a host");
        }
        return new HostPattern(entry);
    }

    /**
     * Whether an address of a host may be connected to.
     *
     * @param host as in the URL, in lower case
     */
    public boolean permits(String host, int port, InetAddress address) {
        InetAddress effective = PublicAddresses.effective(address);
        if (PublicAddresses.isMetadata(effective)) {
            return networks.stream().anyMatch(network -> network.isSingle() && network.contains(effective));
        }
        return PublicAddresses.isPublic(effective)
                || networks.stream().anyMatch(network -> network.contains(effective))
                || hosts.stream().anyMatch(pattern -> pattern.covers(plain(host), port));
    }

    /** As {@link #permits} for a host that is an address itself; a name is looked up when it is connected to. */
    public boolean permitsLiteral(String host, int port) {
        return Cidr.literal(plain(host))
                .map(address -> permits(host, port, address))
                .orElse(true);
    }

    /**
     * An address of a host that may be connected to; the name is looked up.
     *
     * @throws UpstreamUnreachable if it has none
     */
    public InetSocketAddress resolve(String host, int port) throws UpstreamUnreachable {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (permits(host, port, address)) {
                    return new InetSocketAddress(address, port);
                }
            }
            throw UpstreamUnreachable.because(new AddressForbidden());
        } catch (UnknownHostException e) {
            throw UpstreamUnreachable.because(e);
        }
    }

    private static String plain(String host) {
        return host.toLowerCase(Locale.ROOT).replace("[", "").replace("]", "");
    }
}
