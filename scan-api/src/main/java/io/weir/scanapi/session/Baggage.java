package io.weir.scanapi.session;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the W3C {@code baggage} header (Baggage, section 3.3): {@code key=value;property, key=value}. */
final class Baggage {

    private Baggage() {}

    /** The value of a key, percent escapes undone, or null. */
    static @Nullable String value(@Nullable String header, String key) {
        if (header == null) {
            return null;
        }
        for (String member : header.split(",", -1)) {
            int equals = member.indexOf('=');
            if (equals > 0 && member.substring(0, equals).strip().equals(key)) {
                return decode(withoutProperties(member.substring(equals + 1)).strip());
            }
        }
        return null;
    }

    private static String withoutProperties(String value) {
        int semicolon = value.indexOf(';');
        return semicolon < 0 ? value : value.substring(0, semicolon);
    }

    private static @Nullable String decode(String value) {
        try {
            // URLDecoder reads a plus as a blank, percent decoding does not.
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
