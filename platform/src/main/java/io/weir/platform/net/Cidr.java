package io.weir.platform.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A network: an address and how many of its bits count (RFC 4632, RFC 4291). An IPv4 address that comes in an IPv6 form
 * counts as IPv4. Immutable and safe to share.
 */
public final class Cidr {

    /** The form in words. */
    public static final String FORM = "a network such as 10.0.0.0/8 or 2001:db8::/32, or one address";

    // What these match is a literal address, so that no name is ever looked up.
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");
    private static final Pattern BITS = Pattern.compile("\\d{1,3}");

    private final byte[] network;
    private final int bits;

    private Cidr(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /**
     * The network of a text.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        byte[] network = bytes(slash < 0 ? text : text.substring(0, slash));
        String length = slash < 0 ? String.valueOf(network.length * 8) : text.substring(slash + 1);
        if (!BITS.matcher(length).matches() || Integer.parseInt(length) > network.length * 8) {
            throw new IllegalArgumentException("needs " + FORM);
        }
        return new Cidr(network, Integer.parseInt(length));
    }

    /** Whether an address lies in the network; a text that is no address lies in none. */
    public boolean contains(String address) {
        try {
            return sameStart(bytes(address));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether an address lies in the network. */
    public boolean contains(InetAddress address) {
        return sameStart(address.getAddress());
    }

    /** Whether the network is one address. */
    public boolean isSingle() {
        return bits == network.length * 8;
    }

    /** Whether every address of another network lies in this one. */
    public boolean contains(Cidr other) {
        return other.bits >= bits && sameStart(other.network);
    }

    /** The address that a text spells out; empty if it is a name, which is not looked up. */
    public static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.getByAddress(bytes(text)));
        } catch (IllegalArgumentException | UnknownHostException e) {
            return Optional.empty();
        }
    }

    private boolean sameStart(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String address) {
        int zone = address.indexOf('%');
        String literal = zone < 0 ? address : address.substring(0, zone);
        if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
            throw new IllegalArgumentException("needs " + FORM);
        }
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("needs " + FORM, e);
        }
    }
}
