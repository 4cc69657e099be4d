package io.weir.engine.payload;

import java.util.ArrayList;
import java.util.List;

/**
 * The pairs of a Cookie or Set-Cookie header (RFC 6265, sections 4.1.1 and 4.2.1); attributes such as Path are pairs as
 * well.
 */
final class CookieText {

    private CookieText() {}

    /** Whether a header in lower case holds cookies. */
    static boolean isCookieHeader(String name) {
        return name.equals("cookie") || name.equals("set-cookie");
    }

    static FormText parse(String header) {
        List<FormText.Pair> pairs = new ArrayList<>();
        int start = 0;
        while (start <= header.length()) {
            int end = header.indexOf(';', start);
            end = end < 0 ? header.length() : end;
            pairs.add(pair(header.substring(start, end).strip()));
            start = end + 1;
        }
        return new FormText(pairs);
    }

    private static FormText.Pair pair(String raw) {
        int equals = raw.indexOf('=');
        String value = raw.substring(equals + 1).strip();
        return new FormText.Pair(raw, equals < 0 ? "" : raw.substring(0, equals).strip(), value);
    }
}
