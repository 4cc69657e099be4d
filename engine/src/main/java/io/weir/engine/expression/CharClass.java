package io.weir.engine.expression;

/** Reads what stands between square brackets. */
final class CharClass {

    private static final int NAMED_MAX = 1_000;

    private CharClass() {}

    /** Reads a class whose opening bracket is read. */
    static CharSet read(ExpressionParser parser) {
        boolean negative = parser.accept('^');
        CharSet set = CharSet.NONE;
        boolean first = true;
        while (first || parser.peek() != ']') {
            set = set.or(item(parser));
            first = false;
        }
        parser.accept(']');
        CharSet cased = parser.isIgnoringCase() ? set.ignoringCase() : set;
        return negative ? cased.not() : cased;
    }

    private static CharSet item(ExpressionParser parser) {
        char c = parser.next("a '[' without ']'");
        if (c == '[' || (c == '&' && parser.peek() == '&')) {
            throw parser.error("a class in a class or '&&', which are not of the subset; escape a '[' in a class");
        }
        CharSet start = c == '\\' ? parser.escapedSet() : CharSet.single(c);
        if (parser.peek() != '-') {
            return start;
        }
        parser.accept('-');
        if (parser.peek() == ']') {
            return start.or(CharSet.single('-'));
        }
        char last = parser.next("a '[' without ']'");
        CharSet end = last == '\\' ? parser.escapedSet() : CharSet.single(last);
        return between(parser, start, end);
    }

    private static CharSet between(ExpressionParser parser, CharSet start, CharSet end) {
        char first = single(parser, start);
        char last = single(parser, end);
        if (first > last) {
            throw parser.error("a range that goes backwards");
        }
        if (first <= 128 && last == Character.MAX_VALUE) {
            return CharSet.range(first, '\u007f').or(new CharSet(0, 0, true, ""));
        }
        if (last - first > NAMED_MAX) {
            throw parser.error(
                    "a range of more than " + NAMED_MAX + " units beyond ASCII; write all of them: \\x80-\\uffff");
        }
        return CharSet.range(first, last);
    }

    private static char single(ExpressionParser parser, CharSet set) {
        for (char c = 0; c < 128; c++) {
            if (set.contains(c)) {
                if (set.count() > 1) {
                    break;
                }
                return c;
            }
        }
        if (set.count() == 0 && set.named().length() == 1) {
            return set.named().charAt(0);
        }
        throw parser.error("a range whose end is not one sign");
    }
}
