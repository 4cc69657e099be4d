package io.weir.engine.expression;

import org.jspecify.annotations.Nullable;

/** A place in an RE2 expression, and the flags that hold there. Used by one thread. */
final class Re2Cursor {

    private final String text;
    private int at;
    private Flags flags = new Flags(false, false, false);

    /**
     * Flags of an expression.
     *
     * @param ignoringCase {@code i}
     * @param linewise {@code m}: the edges are those of lines
     * @param dotAll {@code s}: a dot stands for line ends too
     */
    record Flags(boolean ignoringCase, boolean linewise, boolean dotAll) {}

    Re2Cursor(String text) {
        this.text = text;
    }

    Re2Cursor copy() {
        Re2Cursor copy = new Re2Cursor(text);
        copy.at = at;
        copy.flags = flags;
        return copy;
    }

    Flags flags() {
        return flags;
    }

    void restore(Flags earlier) {
        flags = earlier;
    }

    boolean ignoringCase() {
        return flags.ignoringCase;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    boolean looksAt(String sign) {
        return text.startsWith(sign, at);
    }

    boolean accept(String sign) {
        if (!looksAt(sign)) {
            return false;
        }
        at += sign.length();
        return true;
    }

    char peek() {
        if (isAtEnd()) {
            throw error("an unfinished expression");
        }
        return text.charAt(at);
    }

    char next() {
        char c = peek();
        at++;
        return c;
    }

    /** What stands before a sign; both are read. */
    String until(String sign) {
        int end = text.indexOf(sign, at);
        if (end < 0) {
            throw error("no '" + sign + "' behind");
        }
        String before = text.substring(at, end);
        at = end + sign.length();
        return before;
    }

    /** The unit of a hexadecimal escape whose {@code \x} is read. */
    char hex() {
        String digits = accept("{") ? until("}") : String.valueOf(next()) + next();
        try {
            int codePoint = Integer.parseInt(digits, 16);
            if (codePoint > Character.MAX_VALUE) {
                return Character.MAX_VALUE;
            }
            return (char) codePoint;
        } catch (NumberFormatException e) {
            throw error("an escape that is not hexadecimal");
        }
    }

    /** A quantifier in braces, as {least, most}; null and nothing read where the brace is a literal. */
    int @Nullable [] braces() {
        int end = text.indexOf('}', at);
        if (end < 0 || !text.substring(at, end).matches("\\{[0-9]{1,4}(?:,[0-9]{0,4})?")) {
            return null;
        }
        String[] bounds = text.substring(at + 1, end).split(",", -1);
        at = end + 1;
        int least = Integer.parseInt(bounds[0]);
        if (bounds.length == 1) {
            return new int[] {least, least};
        }
        int most = bounds[1].isEmpty() ? Expression.UNBOUNDED : Integer.parseInt(bounds[1]);
        if (most < least) {
            throw error("a quantifier that goes backwards");
        }
        return new int[] {least, most};
    }

    /** Reads flags up to a colon or the end of the group; whether it was a colon. */
    boolean readFlags() {
        boolean on = true;
        while (true) {
            char c = next();
            switch (c) {
                case '-' -> on = false;
                case 'i' -> flags = new Flags(on, flags.linewise, flags.dotAll);
                case 'm' -> flags = new Flags(flags.ignoringCase, on, flags.dotAll);
                case 's' -> flags = new Flags(flags.ignoringCase, flags.linewise, on);
                case ':' -> {
                    return true;
                }
                case ')' -> {
                    return false;
                }
                default -> throw error("a kind of group or a flag that is not supported");
            }
        }
    }

    ExpressionException error(String what) {
        return new ExpressionException(what, at);
    }
}
