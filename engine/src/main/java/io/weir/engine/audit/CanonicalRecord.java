package io.weir.engine.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Canonical JSON (RFC 8785) of a flat object whose members are strings and integers: members sorted by the UTF-16
 * units of their names, no white space, the shortest escapes, everything else as it is. Two parties that hold the same
 * record hash the same bytes.
 *
 * <p>Not thread-safe.
 */
final class CanonicalRecord {

    /** RFC 8785 numbers are IEEE 754 doubles; integers beyond this bound have no exact one. */
    private static final long INTEGER_MAX = (1L << 53) - 1;

    private static final int TEXT_UNITS = 768;

    // Both in the order of the names; whoever puts members in this order has nothing moved.
    private final List<String> names = new ArrayList<>(16);
    private final List<String> values = new ArrayList<>(16);

    /**
     * Adds a member.
     *
     * @throws IllegalArgumentException if the value holds a surrogate without its partner (RFC 8785, 3.2.2.2)
     */
    CanonicalRecord put(String name, String value) {
        return putEncoded(name, quoted(value));
    }

    /**
     * Adds a member.
     *
     * @throws IllegalArgumentException if the value lies beyond 2^53 - 1 on either side
     */
    CanonicalRecord put(String name, long value) {
        if (Math.abs(value) > INTEGER_MAX || value == Long.MIN_VALUE) {
            throw new IllegalArgumentException("Member '" + name + "' is not exact in JSON: " + value);
        }
        return putEncoded(name, Long.toString(value));
    }

    /** The canonical text. */
    String text() {
        StringBuilder text = new StringBuilder(TEXT_UNITS).append('{');
        for (int i = 0; i < names.size(); i++) {
            text.append(i == 0 ? "" : ",")
                    .append(quoted(names.get(i)))
                    .append(':')
                    .append(values.get(i));
        }
        return text.append('}').toString();
    }

    private CanonicalRecord putEncoded(String name, String encoded) {
        int at = names.size();
        while (at > 0 && names.get(at - 1).compareTo(name) > 0) {
            at--;
        }
        if (at > 0 && names.get(at - 1).equals(name)) {
            throw new IllegalArgumentException("Member '" + name + "' is put twice");
        }
        names.add(at, name);
        values.add(at, encoded);
        return this;
    }

    /** Nearly all texts stand for themselves. */
    private static String quoted(String text) {
        if (isPlain(text)) {
            return '"' + text + '"';
        }
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(codePoint -> appendEscaped(quoted, codePoint));
        return quoted.append('"').toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < ' ' || unit > '~' || unit == '"' || unit == '\\') {
                return false;
            }
        }
        return true;
    }

    private static void appendEscaped(StringBuilder quoted, int codePoint) {
        switch (codePoint) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\b' -> quoted.append("\\b");
            case '\t' -> quoted.append("\\t");
            case '\n' -> quoted.append("\\n");
            case '\f' -> quoted.append("\\f");
            case '\r' -> quoted.append("\\r");
            default -> appendPlain(quoted, codePoint);
        }
    }

    private static void appendPlain(StringBuilder quoted, int codePoint) {
        if (codePoint < ' ') {
            quoted.append(String.format(Locale.ROOT, "\\u%04x", codePoint));
        } else if (Character.getType(codePoint) == Character.SURROGATE) {
            throw new IllegalArgumentException("The text holds a surrogate without its partner");
        } else {
            quoted.appendCodePoint(codePoint);
        }
    }
}
