package io.weir.engine.payload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The ways to write bytes in letters and digits that are recognised: base64 and base64url (RFC 4648), hexadecimal. */
final class Spelling {

    static final Spelling BASE64 =
            new Spelling("~base64", 6, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
    static final Spelling BASE64_URL =
            new Spelling("~base64", 6, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
    static final Spelling HEX = new Spelling("~hex", 4, "0123456789abcdef");

    private final String mark;
    private final int bits;
    private final byte[] values = new byte[128];

    private Spelling(String mark, int bits, String digits) {
        this.mark = mark;
        this.bits = bits;
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < digits.length(); i++) {
            values[digits.charAt(i)] = (byte) i;
            if (bits == 4) {
                values[Character.toUpperCase(digits.charAt(i))] = (byte) i;
            }
        }
    }

    /** Mark of an address inside. */
    String mark() {
        return mark;
    }

    /** Bits of one digit. */
    int bits() {
        return bits;
    }

    /** How many digits write a whole number of bytes, at least. */
    int group() {
        return bits == 4 ? 2 : 4;
    }

    /** Value of a digit, or -1. */
    int value(char digit) {
        return digit < 128 ? values[digit] : -1;
    }

    /** The bytes that a text writes. Line ends and padding are passed over, left-over bits dropped. */
    byte[] decode(String text) {
        byte[] bytes = new byte[text.length() * bits / 8];
        int length = 0;
        DigitFeed digits = new DigitFeed(this);
        for (int i = 0; i < text.length(); i++) {
            int whole = digits.take(text.charAt(i));
            if (whole != DigitFeed.NONE) {
                bytes[length++] = (byte) whole;
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    /** Bytes written in the manner of another text: its case, its padding, its length of lines. */
    String encodeLike(String manner, byte[] bytes) {
        if (bits == 4) {
            boolean upper = manner.chars().anyMatch(c -> c >= 'A' && c <= 'F');
            return lines(manner, (upper ? HexFormat.of().withUpperCase() : HexFormat.of()).formatHex(bytes));
        }
        Base64.Encoder encoder = isUrlSafe() ? Base64.getUrlEncoder() : Base64.getEncoder();
        boolean padded = manner.endsWith("=")
                || (!isUrlSafe() && manner.chars().filter(c -> c > ' ').count() % 4 == 0);
        byte[] written = (padded ? encoder : encoder.withoutPadding()).encode(bytes);
        return lines(manner, new String(written, StandardCharsets.US_ASCII));
    }

    private boolean isUrlSafe() {
        return value('_') >= 0;
    }

    private static String lines(String manner, String text) {
        int lineEnd = manner.indexOf('\n');
        if (lineEnd < 0) {
            return text;
        }
        boolean returns = manner.charAt(lineEnd - 1) == '\r';
        int width = returns ? lineEnd - 1 : lineEnd;
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < text.length(); i += width) {
            lines.append(i == 0 ? "" : returns ? "\r\n" : "\n");
            lines.append(text, i, Math.min(text.length(), i + width));
        }
        return lines.toString();
    }
}
