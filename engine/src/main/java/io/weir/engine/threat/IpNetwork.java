package io.weir.engine.threat;

import java.util.Optional;

/**
 * An IPv4 network.
 *
 * @param address its first address, as 32 bits
 * @param bits length of the prefix
 */
record IpNetwork(int address, int bits) {

    private static final int BITS_MAX = 32;

    /** The network or address that a text is. */
    static Optional<IpNetwork> parse(String text) {
        int slash = text.indexOf('/');
        int bits = slash < 0 ? BITS_MAX : Integer.parseInt(text.substring(slash + 1));
        String[] parts = (slash < 0 ? text : text.substring(0, slash)).split("\\.", -1);
        int address = 0;
        boolean valid = parts.length == 4 && bits > 0 && bits <= BITS_MAX;
        for (int i = 0; valid && i < parts.length; i++) {
            int part = parts[i].matches("\\d{1,3}") ? Integer.parseInt(parts[i]) : 256;
            valid = part < 256;
            address = address << 8 | part;
        }
        return valid ? Optional.of(new IpNetwork(address & mask(bits), bits)) : Optional.empty();
    }

    /** The network of so many bits that an address lies in. */
    IpNetwork widened(int shorter) {
        return new IpNetwork(address & mask(shorter), shorter);
    }

    String text() {
        return (address >>> 24) + "." + (address >>> 16 & 255) + "." + (address >>> 8 & 255) + "." + (address & 255)
                + "/" + bits;
    }

    private static int mask(int bits) {
        return bits == 0 ? 0 : -1 << (BITS_MAX - bits);
    }
}
