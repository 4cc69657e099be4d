package io.weir.engine.scan;

import java.util.Arrays;

/**
 * Reads what stands between a name and its value: by hand what {@code io.weir.engine.rule.Separator} says as an
 * expression. Each method takes the end of the name and returns where the value may start, or -1. Used by one thread.
 */
final class SeparatorReader {

    /** How many units before the end of a name may be looked at. */
    static final int REACH_BEFORE = 48;

    /** How many units behind the end of a name may be looked at to find where its value starts. */
    static final int REACH_BEHIND = 256;

    private static final int FLAG_MAX = 40;
    private static final String[] TYPES = {"string", "str", "bytes", "text", "varchar"};
    private static final String[] VERBS = {"is", "was", "on", "no", "number"};
    private static final String[] TAGS = {"b", "strong", "code", "kbd", "span", "td", "dd", "th", "dt"};
    private static final String[] CELLS = {"td", "dd"};
    private static final boolean[] CODE_START = signs("\\\"'`)]\r\n:=-<>|?!+.,;(*&");

    // With the letters that the types, and the word "value", begin with.
    private static final boolean[] BEHIND_BLANK = signs("\\\"'`)]\r\n:=-<>|?!+.,;(&bstvBSTV");
    private static final boolean[] CLOSERS = signs("\"'`)]");
    private static final boolean[] SENTENCE_CLOSERS = signs("\"')]");
    private static final boolean[] SENTENCE_OPENERS = signs("\"'(#");
    private static final boolean[] ALL_QUOTES = signs("\"'`");
    private static final boolean[] QUOTES = signs("\"'");

    // With the letters that the verbs begin with.
    private static final boolean[] SENTENCE_START = signs("\\\"')] \t:=#(iwonIWON");
    private static final boolean[] SENTENCE_SIGNS = signs(":=#");
    private static final boolean[] TYPE_SIGNS = signs(": \t");
    private static final boolean[] TYPE_ENDS = signs(":.?");
    private static final boolean[] ENDS = signs(",;");
    private static final boolean[] LINE_ENDS = signs("\r\n");
    private static final boolean[] BRACKETS = signs("[({");
    private static final boolean[] VERB_ENDS = signs(".:");
    private static final boolean[] SPACE = signs(" \t\r\n");
    private static final int BLANKS_MAX = 40;

    // Many rules ask about the same name: what they were told is kept for a while. A power of two.
    private static final int KEPT = 64;

    private final TextView text;
    private final int[] askedCode = new int[KEPT];
    private final int[] toldCode = new int[KEPT];
    private final int[] askedSentence = new int[KEPT];
    private final int[] toldSentence = new int[KEPT];
    private boolean asked = true;

    // Between them no place is before a separator, and all units are of a tail.
    private int clearFrom;
    private int clearTo;

    SeparatorReader(TextView text) {
        this.text = text;
    }

    /** Forgets what it was asked, for a new text. */
    void reset() {
        if (asked) {
            Arrays.fill(askedCode, -1);
            Arrays.fill(askedSentence, -1);
            clearFrom = 0;
            clearTo = -1;
            asked = false;
        }
    }

    /** Whether a unit may stand between a name and its separator. */
    static boolean isTail(char unit) {
        return unit < 128 && (isWord(unit) || unit == '.' || unit == ' ' || unit == '-');
    }

    /**
     * The first place from the end of a name on behind which code or a command line gives it a value, with nothing but
     * a tail between; -1 where there is none up to {@code last}.
     */
    int next(int from, int last) {
        asked = true;
        boolean known = clearFrom <= from && from <= clearTo;
        clearFrom = known ? clearFrom : from;
        int at = known ? clearTo : from;
        while (at <= last && at < text.length) {
            if (!isInWord(at)) {
                if (code(at) >= 0 || flag(at) >= 0) {
                    clearTo = at;
                    return at;
                }
                if (!isTail(text.units[at])) {
                    clearTo = at;
                    return -1;
                }
            }
            at++;
        }
        clearTo = at;
        return -1;
    }

    // No separator starts in a word.
    private boolean isInWord(int at) {
        return isWord(text.units[at]) && at > 0 && isWord(text.units[at - 1]);
    }

    /** In code and configuration. */
    int code(int from) {
        int slot = from & (KEPT - 1);
        if (askedCode[slot] != from) {
            asked = true;
            askedCode[slot] = from;
            toldCode[slot] = readCode(from);
        }
        return toldCode[slot];
    }

    private int readCode(int from) {
        if (from >= text.length || !mayStart(from)) {
            return -1;
        }
        int at = markup(run(from, '\\', 3), false);
        at = anyOf(at, CLOSERS, 3);
        at = type(blanks(at, 8));
        int sign = valueWord(at);
        sign = sign < 0 ? sign(at) : sign;
        return sign < 0 ? -1 : openers(sign);
    }

    /** After a command line's flag: a blank. */
    int flag(int from) {
        if (from >= text.length || !isBlank(text.units[from]) || !followsFlag(from)) {
            return -1;
        }
        int at = blanks(from, 4);
        return anyOf(at, QUOTES, 1);
    }

    /** In prose. */
    int sentence(int from) {
        int slot = from & (KEPT - 1);
        if (askedSentence[slot] != from) {
            asked = true;
            askedSentence[slot] = from;
            toldSentence[slot] = readSentence(from);
        }
        return toldSentence[slot];
    }

    // Most names in a text have a word behind them: told without reading on.
    private boolean mayStart(int at) {
        char unit = text.units[at];
        if (unit >= 128) {
            return false;
        }
        if (isBlank(unit)) {
            int next = blanks(at + 1, BLANKS_MAX);
            return next < text.length && text.units[next] < 128 && BEHIND_BLANK[text.units[next]];
        }
        if (isLetter(unit)) {
            return BEHIND_BLANK[unit] && (at == 0 || !isWord(text.units[at - 1]));
        }
        return CODE_START[unit];
    }

    private int readSentence(int from) {
        if (anyOf(from, SENTENCE_START, 1) == from) {
            return from;
        }
        int at = run(from, '\\', 3);
        at = anyOf(at, SENTENCE_CLOSERS, 2);
        at = verb(blanks(at, 4));
        at = anyOf(blanks(at, 4), SENTENCE_SIGNS, 1);
        at = run(blanks(at, 4), '\\', 3);
        return anyOf(at, SENTENCE_OPENERS, 2);
    }

    private int type(int from) {
        int at = anyOf(from, TYPE_SIGNS, 3);
        if (at == 0 || !(isBlank(text.units[at - 1]) || text.units[at - 1] == ':')) {
            return from;
        }
        at = run(at, '&', 1);
        for (String type : TYPES) {
            if (reads(at, type)) {
                int end = blanks(at + type.length(), 4);
                end = anyOf(end, TYPE_ENDS, 2);
                if (is(end, '=')) {
                    return blanks(at + type.length(), 4);
                }
            }
        }
        return from;
    }

    private int valueWord(int from) {
        int at = blanks(anyOf(from, ENDS, 1), 2);
        int line = run(at, '\\', 1);
        int behind = anyOf(line, LINE_ENDS, 2);
        at = blanks(behind == line ? at : behind, 16);
        at = is(at, '-') && is(at + 1, ' ') ? at + 2 : at;
        at = anyOf(at, QUOTES, 1);
        if (!reads(at, "value") || (at > 0 && isWord(text.units[at - 1]))) {
            return -1;
        }
        at = blanks(anyOf(at + 5, QUOTES, 1), 2);
        return is(at, '=') || is(at, ':') ? at + 1 : -1;
    }

    private int sign(int at) {
        if (at >= text.length) {
            return -1;
        }
        char c = text.units[at];
        boolean equals = is(at + 1, '=');
        return switch (c) {
            case '=' -> is(at + 1, '>') ? at + 2 : run(at, '=', 3);
            case '-' -> is(at + 1, '>') ? at + 2 : -1;
            case '|' -> run(at, '|', 2);
            case '<' -> tag(at + 1, CELLS);
            case ':' -> {
                int end = run(at, ':', 3);
                yield is(end, '=') ? end + 1 : end;
            }
            case '?', '.', '!', '+' -> equals ? run(at + 1, '=', 2) : -1;
            case '>' -> at + 1;
            case ',' -> isQuote(run(space(at + 1, 8), '\\', 3)) ? at + 1 : -1;
            case '(' -> isQuote(run(at + 1, '\\', 3)) ? at + 1 : -1;
            default -> isQuote(run(at, '\\', 3)) ? at : -1;
        };
    }

    private int openers(int from) {
        int at = blanks(from, 8);
        int line = run(at, '\\', 1);
        int behind = anyOf(line, LINE_ENDS, 2);
        int indented = blanks(behind, 16);
        at = behind > line && indented > behind ? indented : at;
        at = blanks(anyOf(at, BRACKETS, 1), 2);
        at = blanks(markup(at, true), 2);
        boolean prefixed =
                at + 1 < text.length && "@$brfu".indexOf(text.units[at]) >= 0 && (is(at + 1, '"') || is(at + 1, '\''));
        return anyOf(run(prefixed ? at + 1 : at, '\\', 3), ALL_QUOTES, 3);
    }

    /** Behind bold type, a quote of a page, or the tag of an element, one that closes it unless it may open as well. */
    private int markup(int from, boolean opens) {
        if (is(from, '*') && is(from + 1, '*')) {
            return from + 2;
        }
        if (is(from, '&')) {
            return reads(from + 1, "quot") && is(from + 5, ';') ? from + 6 : from;
        }
        if (!is(from, '<')) {
            return from;
        }
        int name = is(from + 1, '/') ? from + 2 : opens ? from + 1 : -1;
        return name < 0 ? from : Math.max(from, tag(name, TAGS));
    }

    private int tag(int from, String[] names) {
        for (String name : names) {
            if (reads(from, name) && is(from + name.length(), '>')) {
                return from + name.length() + 1;
            }
        }
        return -1;
    }

    private int verb(int at) {
        for (String verb : VERBS) {
            int end = at + verb.length();
            if (reads(at, verb) && !(end < text.length && isLetter(text.units[end]))) {
                return anyOf(end, VERB_ENDS, 1);
            }
        }
        return at;
    }

    /** Whether a word of at most 40 units stands before it, with two hyphens before that. */
    private boolean followsFlag(int from) {
        int at = from - 1;
        while (at > 0 && from - at <= FLAG_MAX + 2 && (isWord(text.units[at]) || text.units[at] == '-')) {
            if (text.units[at] == '-' && text.units[at - 1] == '-' && at + 1 < from) {
                return from - (at + 1) <= FLAG_MAX;
            }
            at--;
        }
        return false;
    }

    private int run(int from, char unit, int max) {
        int at = from;
        while (at < text.length && at - from < max && text.units[at] == unit) {
            at++;
        }
        return at;
    }

    private int blanks(int from, int max) {
        int at = from;
        while (at < text.length && at - from < max && isBlank(text.units[at])) {
            at++;
        }
        return at;
    }

    private int space(int from, int max) {
        return anyOf(from, SPACE, max);
    }

    private int anyOf(int from, boolean[] signs, int max) {
        int at = from;
        while (at < text.length && at - from < max && text.units[at] < 128 && signs[text.units[at]]) {
            at++;
        }
        return at;
    }

    private boolean reads(int from, String word) {
        if (from + word.length() > text.length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((text.units[from + i] | 32) != word.charAt(i) || text.units[from + i] >= 128) {
                return false;
            }
        }
        return true;
    }

    private boolean is(int at, char unit) {
        return at < text.length && text.units[at] == unit;
    }

    private boolean isQuote(int at) {
        return is(at, '"') || is(at, '\'') || is(at, '`');
    }

    private static boolean isBlank(char unit) {
        return unit == ' ' || unit == '\t';
    }

    private static boolean isLetter(char unit) {
        return (unit | 32) >= 'a' && (unit | 32) <= 'z';
    }

    private static boolean isWord(char unit) {
        return isLetter(unit) || (unit >= '0' && unit <= '9') || unit == '_';
    }

    private static boolean[] signs(String units) {
        boolean[] signs = new boolean[128];
        units.chars().forEach(c -> signs[c] = true);
        return signs;
    }
}
