package io.weir.platform.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks through bytes eight at a time: a step for each byte would cost more than all else that is done with most texts.
 */
final class EightBytes {

    /** Bytes that must stand behind those that are looked through. */
    static final int PADDING = Long.BYTES;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long TOPS = 0x8080_8080_8080_8080L;
    private static final long BLANKS = ' ' * ONES;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;

    private EightBytes() {}

    /** Whether all bytes are ASCII. */
    static boolean areAscii(byte[] bytes) {
        long all = 0;
        int at = 0;
        for (; at <= bytes.length - Long.BYTES; at += Long.BYTES) {
            all |= (long) WORDS.get(bytes, at);
        }
        for (; at < bytes.length; at++) {
            all |= bytes[at];
        }
        return (all & TOPS) == 0;
    }

    /**
     * The place of the next quote, backslash or control character. There must be one, and {@link #PADDING} bytes from
     * there on.
     */
    static int endOfPlain(byte[] bytes, int from) {
        int at = from;
        long found = marks((long) WORDS.get(bytes, at));
        while (found == 0) {
            at += Long.BYTES;
            found = marks((long) WORDS.get(bytes, at));
        }
        return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
    }

    /** The top bit of each byte that is no plain one; above the first of them others may be marked too. */
    private static long marks(long word) {
        long quotes = word ^ QUOTES;
        long backslashes = word ^ BACKSLASHES;
        return (((word - BLANKS) & ~word) | ((quotes - ONES) & ~quotes) | ((backslashes - ONES) & ~backslashes)) & TOPS;
    }
}
