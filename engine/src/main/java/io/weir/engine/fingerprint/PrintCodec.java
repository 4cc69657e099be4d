package io.weir.engine.fingerprint;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;

/**
 * Packs prints: per print the leaf's distance from the print before, the start (as a distance within one leaf) and the
 * length as unsigned LEB128 numbers, then the hash in 8 bytes, big endian; all base64 without padding.
 */
public final class PrintCodec {

    private static final int BYTES_PER_PRINT_MAX = 3 * 5 + Long.BYTES;

    private PrintCodec() {}

    /** Packs prints that are ordered by leaf and start. */
    public static String encode(List<Print> prints) {
        ByteBuffer packed = ByteBuffer.allocate(prints.size() * BYTES_PER_PRINT_MAX);
        int leaf = 0;
        int start = 0;
        for (Print print : prints) {
            int leafDistance = print.leaf() - leaf;
            putNumber(packed, leafDistance);
            putNumber(packed, leafDistance == 0 ? print.start() - start : print.start());
            putNumber(packed, print.end() - print.start());
            packed.putLong(print.hash());
            leaf = print.leaf();
            start = print.start();
        }
        byte[] bytes = new byte[packed.position()];
        packed.flip().get(bytes);
        return textOf(bytes);
    }

    /** The text of packed prints. */
    public static String textOf(byte[] packed) {
        return Base64.getEncoder().withoutPadding().encodeToString(packed);
    }

    /**
     * The packed prints in a text.
     *
     * @throws IllegalArgumentException if the text is no base64
     */
    public static byte[] bytesOf(String text) {
        return Base64.getDecoder().decode(text);
    }

    /**
     * Unpacks prints.
     *
     * @throws IllegalArgumentException if the text was not made by {@link #encode}
     */
    public static List<Print> decode(String text) {
        return PackedPrints.of(bytesOf(text));
    }

    private static void putNumber(ByteBuffer packed, int number) {
        int rest = number;
        while (rest > 0x7f) {
            packed.put((byte) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        packed.put((byte) rest);
    }
}
