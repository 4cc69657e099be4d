package io.weir.engine.payload;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding (RFC 3986, section 2.1), undone leniently: what is no escape stays as it is. */
final class PercentCode {

    private PercentCode() {}

    /** Decodes escapes as UTF-8. */
    static String decode(String text) {
        return text.indexOf('%') < 0 ? text : decodeEscapes(text);
    }

    /** Decodes a query or form component, where a plus sign is a blank (WHATWG URL, urlencoded parser). */
    static String decodeForm(String text) {
        return decode(text.replace('+', ' '));
    }

    /** Encodes a form component. */
    static String encodeForm(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Encodes everything but the unreserved characters of RFC 3986, section 2.3. */
    static String encode(String text) {
        return encodeForm(text).replace("+", "%20").replace("%7E", "~").replace("*", "%2A");
    }

    private static String decodeEscapes(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        byte[] escaped = new byte[text.length() / 3];
        int i = 0;
        while (i < text.length()) {
            int bytes = 0;
            while (isEscape(text, i)) {
                escaped[bytes++] = (byte) Integer.parseInt(text, i + 1, i + 3, 16);
                i += 3;
            }
            if (bytes > 0) {
                decoded.append(new String(escaped, 0, bytes, StandardCharsets.UTF_8));
            } else {
                decoded.append(text.charAt(i++));
            }
        }
        return decoded.toString();
    }

    /** Whether an escape begins there. */
    static boolean isEscape(String text, int i) {
        return i + 2 < text.length()
                && text.charAt(i) == '%'
                && Character.digit(text.charAt(i + 1), 16) >= 0
                && Character.digit(text.charAt(i + 2), 16) >= 0;
    }
}
