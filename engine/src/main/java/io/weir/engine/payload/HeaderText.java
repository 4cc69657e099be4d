package io.weir.engine.payload;

import java.util.Locale;

/** Values of headers with parameters (RFC 9110, section 5.6.6), read leniently. */
final class HeaderText {

    private HeaderText() {}

    /** The value of a parameter, quotes undone; empty where there is none. */
    static String parameter(String header, String name) {
        int at = header.indexOf(';');
        while (at >= 0) {
            int end = parameterEnd(header, at + 1);
            String parameter = header.substring(at + 1, end);
            int equals = parameter.indexOf('=');
            if (equals > 0
                    && parameter
                            .substring(0, equals)
                            .strip()
                            .toLowerCase(Locale.ROOT)
                            .equals(name)) {
                return unquoted(parameter.substring(equals + 1).strip());
            }
            at = end < header.length() ? end : -1;
        }
        return "";
    }

    private static int parameterEnd(String header, int from) {
        boolean quoted = false;
        for (int i = from; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return i;
            }
        }
        return header.length();
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replace("\\\"", "\"") : value;
    }
}
