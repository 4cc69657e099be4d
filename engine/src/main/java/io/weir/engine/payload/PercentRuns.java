package io.weir.engine.payload;

import java.nio.charset.StandardCharsets;

/**
 * Reads the words of a text, free of blanks and quotes, that have percent-encoded characters in them (RFC 3986, section
 * 2.1), one after the other. Used by one thread.
 */
final class PercentRuns {

    private static final String BREAKS = " \t\r\n\"'<>`\u00a0";

    private final String text;
    private final MappedText.Builder decoded;
    private final byte[] character = new byte[4];

    private PercentRuns(String text) {
        this.text = text;
        this.decoded = new MappedText.Builder(Math.min(text.length(), 256));
    }

    /** The words, with their escapes undone. Bytes that are no UTF-8 become replacement characters. */
    static MappedText of(String text) {
        PercentRuns runs = new PercentRuns(text);
        int read = 0;
        int percent = text.indexOf('%');
        while (percent >= 0) {
            if (PercentCode.isEscape(text, percent)) {
                read = runs.word(read, percent);
            }
            percent = text.indexOf('%', Math.max(read, percent + 1));
        }
        return runs.decoded.build();
    }

    /** Reads the word around an escape and says where it ends. */
    private int word(int from, int escape) {
        int start = escape;
        while (start > from && !isBreak(text.charAt(start - 1))) {
            start--;
        }
        decoded.separate(start);
        int i = start;
        while (i < text.length() && !isBreak(text.charAt(i))) {
            i = PercentCode.isEscape(text, i) ? escape(i) : plain(i);
        }
        return i;
    }

    private int plain(int at) {
        decoded.add(text.charAt(at), at, at + 1);
        return at + 1;
    }

    private int escape(int at) {
        int bytes = readCharacter(at);
        int end = at + 3 * bytes;
        int first = character[0];
        if (bytes == 1 && first >= 0) {
            decoded.add((char) first, at, end);
            return end;
        }
        String read = new String(character, 0, bytes, StandardCharsets.UTF_8);
        for (int i = 0; i < read.length(); i++) {
            decoded.add(read.charAt(i), at, end);
        }
        return end;
    }

    // As many escapes as the first byte says (RFC 3629, section 3), fewer where they break off.
    private int readCharacter(int at) {
        int lead = escaped(at);
        int length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF8 ? 4 : 1;
        int bytes = 0;
        for (int i = at; bytes < length && PercentCode.isEscape(text, i); i += 3) {
            int b = escaped(i);
            if (bytes > 0 && (b & 0xC0) != 0x80) {
                break;
            }
            character[bytes++] = (byte) b;
        }
        return bytes;
    }

    private int escaped(int at) {
        return Character.digit(text.charAt(at + 1), 16) << 4 | Character.digit(text.charAt(at + 2), 16);
    }

    private static boolean isBreak(char c) {
        return BREAKS.indexOf(c) >= 0;
    }
}
