package io.weir.engine.payload;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a text, free of blanks and quotes, with percent-encoded characters in it (RFC 3986, section 2.1).
 *
 * @param start first UTF-16 unit
 * @param end one past the last unit
 */
record PercentRun(int start, int end) {

    private static final String BREAKS = " \t\r\n\"'<>`\u00a0";

    /** The first such stretch that begins at {@code from} or later, or null. */
    static @Nullable PercentRun next(String text, int from) {
        int percent = text.indexOf('%', from);
        while (percent >= 0 && !PercentCode.isEscape(text, percent)) {
            percent = text.indexOf('%', percent + 1);
        }
        if (percent < 0) {
            return null;
        }
        int start = percent;
        while (start > from && !isBreak(text.charAt(start - 1))) {
            start--;
        }
        int end = percent;
        while (end < text.length() && !isBreak(text.charAt(end))) {
            end++;
        }
        return new PercentRun(start, end);
    }

    /** The stretch with its escapes undone. Bytes that are no UTF-8 become replacement characters. */
    MappedText decode(String text) {
        MappedText.Builder decoded = new MappedText.Builder(end - start);
        byte[] character = new byte[4];
        int i = start;
        while (i < end) {
            if (!PercentCode.isEscape(text, i) || i + 3 > end) {
                decoded.add(text.charAt(i), i, ++i);
            } else {
                int bytes = readCharacter(text, i, character);
                String read = new String(character, 0, bytes, StandardCharsets.UTF_8);
                for (int k = 0; k < read.length(); k++) {
                    decoded.add(read.charAt(k), i, i + 3 * bytes);
                }
                i += 3 * bytes;
            }
        }
        return decoded.build();
    }

    // As many escapes as the first byte says (RFC 3629, section 3), fewer where they break off.
    private int readCharacter(String text, int at, byte[] character) {
        int lead = escaped(text, at);
        int length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF8 ? 4 : 1;
        int bytes = 0;
        for (int i = at; bytes < length && i + 3 <= end && PercentCode.isEscape(text, i); i += 3) {
            int b = escaped(text, i);
            if (bytes > 0 && (b & 0xC0) != 0x80) {
                break;
            }
            character[bytes++] = (byte) b;
        }
        return bytes;
    }

    private static int escaped(String text, int at) {
        return Integer.parseInt(text, at + 1, at + 3, 16);
    }

    private static boolean isBreak(char c) {
        return BREAKS.indexOf(c) >= 0;
    }
}
