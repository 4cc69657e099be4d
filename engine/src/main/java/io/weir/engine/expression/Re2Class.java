package io.weir.engine.expression;

import java.util.Map;

/** Reads escapes that stand for sets, and what stands between square brackets, as RE2 writes them. */
final class Re2Class {

    private static final CharSet ALPHA = CharSet.range('a', 'z').ignoringCase();
    private static final CharSet BEYOND = new CharSet(0, 0, true, "");

    private static final Map<String, CharSet> POSIX = Map.ofEntries(
            Map.entry("alnum", ALPHA.or(CharSet.DIGITS)),
            Map.entry("alpha", ALPHA),
            Map.entry("ascii", CharSet.range('\0', '\u007f')),
            Map.entry("blank", CharSet.single(' ').or(CharSet.single('\t'))),
            Map.entry("cntrl", CharSet.range('\0', '\u001f').or(CharSet.single('\u007f'))),
            Map.entry("digit", CharSet.DIGITS),
            Map.entry("graph", CharSet.range('!', '~')),
            Map.entry("lower", CharSet.range('a', 'z')),
            Map.entry("print", CharSet.range(' ', '~')),
            Map.entry(
                    "punct",
                    CharSet.range('!', '~').and(ALPHA.or(CharSet.DIGITS).not())),
            Map.entry("space", CharSet.range('\t', '\r').or(CharSet.single(' '))),
            Map.entry("upper", CharSet.range('A', 'Z')),
            Map.entry("word", CharSet.WORD),
            Map.entry("xdigit", CharSet.DIGITS.or(CharSet.range('a', 'f').ignoringCase())));

    private Re2Class() {}

    /** Reads a class whose opening bracket is read. */
    static CharSet read(Re2Cursor cursor) {
        boolean negative = cursor.accept("^");
        CharSet set = CharSet.NONE;
        boolean first = true;
        while (first || !cursor.accept("]")) {
            set = set.or(item(cursor));
            first = false;
        }
        CharSet cased = cursor.ignoringCase() ? set.ignoringCase() : set;
        return negative ? cased.not() : cased;
    }

    private static CharSet item(Re2Cursor cursor) {
        if (cursor.accept("[:")) {
            return posix(cursor);
        }
        char c = cursor.next();
        if (c == '\\' && isShort(cursor.peek())) {
            return escaped(cursor);
        }
        char first = c == '\\' ? unit(cursor) : c;
        if (cursor.peek() != '-' || cursor.looksAt("-]")) {
            return CharSet.single(first);
        }
        cursor.accept("-");
        char end = cursor.next();
        char last = end == '\\' ? unit(cursor) : end;
        if (first > last) {
            throw cursor.error("a range that goes backwards");
        }
        if (last >= 128) {
            CharSet ascii = first < 128 ? CharSet.range(first, '\u007f') : CharSet.NONE;
            return ascii.or(BEYOND);
        }
        return CharSet.range(first, last);
    }

    private static CharSet posix(Re2Cursor cursor) {
        boolean negative = cursor.accept("^");
        CharSet set = POSIX.get(cursor.until(":]"));
        if (set == null) {
            throw cursor.error("a class that is not known");
        }
        return negative ? set.not() : set;
    }

    private static boolean isShort(char c) {
        return "dDwWsSpP".indexOf(c) >= 0;
    }

    /** The set of an escape whose backslash is read. */
    static CharSet escaped(Re2Cursor cursor) {
        if (!isShort(cursor.peek())) {
            CharSet unit = CharSet.single(unit(cursor));
            return cursor.ignoringCase() ? unit.ignoringCase() : unit;
        }
        return switch (cursor.next()) {
            case 'd' -> CharSet.DIGITS;
            case 'D' -> CharSet.DIGITS.not();
            case 'w' -> CharSet.WORD;
            case 'W' -> CharSet.WORD.not();
            case 's' -> CharSet.SPACE;
            case 'S' -> CharSet.SPACE.not();
            case 'p' -> property(cursor);
            default -> property(cursor).not();
        };
    }

    // Letters and digits beyond ASCII are not told apart: all of what is beyond counts.
    private static CharSet property(Re2Cursor cursor) {
        String name = cursor.accept("{") ? cursor.until("}") : String.valueOf(cursor.next());
        return switch (name) {
            case "L" -> ALPHA.or(BEYOND);
            case "Lu" -> CharSet.range('A', 'Z').or(BEYOND);
            case "Ll" -> CharSet.range('a', 'z').or(BEYOND);
            case "N", "Nd" -> CharSet.DIGITS.or(BEYOND);
            default -> throw cursor.error("the property " + name + ", which is not supported");
        };
    }

    private static char unit(Re2Cursor cursor) {
        char c = cursor.next();
        return switch (c) {
            case 'a' -> '\u0007';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> '\u000b';
            case 'x' -> cursor.hex();
            default -> {
                if (CharSet.WORD.contains(c)) {
                    throw cursor.error("the escape '\\" + c + "', which is not supported");
                }
                yield c;
            }
        };
    }
}
