package io.weir.platform.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks over a document without reading it, in a fifth of the time. It knows the plain documents that almost all are,
 * and gives up on the rest: exponents, escapes in names, very long or deep ones, and all that is wrong. What it does
 * not give up on, {@link StrictJson} would read too. One object walks over one document.
 */
final class JsonWalk {

    /** The document is wrong, or just not plain. */
    static final int GIVEN_UP = -1;

    /** The longest number and the longest name that are plain, in bytes. */
    private static final int PLAIN_LENGTH_MAX = 200;

    /** Most members of all open objects; each is compared with its siblings. */
    private static final int NAMES_MAX = 128;

    private static final int SIBLINGS_MAX = 48;

    /** In UTF-8: what is looked for is ASCII, and bytes of other characters are no ASCII. */
    private final byte[] units;

    private final int[] starts = new int[NAMES_MAX];
    private final int[] ends = new int[NAMES_MAX];
    private final int[] hashes = new int[NAMES_MAX];
    private int names;
    private int at;

    private JsonWalk(byte[] document) {
        // The zeros behind the end are part of no document, so that no step has to look for the end.
        this.units = Arrays.copyOf(document, document.length + EightBytes.PADDING);
    }

    /** The levels of a document: 0 for a value that is neither object nor array; or {@link #GIVEN_UP}. */
    static int levels(String text) {
        byte[] document = text.getBytes(StandardCharsets.UTF_8);
        JsonWalk walk = new JsonWalk(document);
        int levels = walk.value(0);
        if (levels < 0) {
            return GIVEN_UP;
        }
        walk.skipBlanks();
        return walk.at == document.length ? levels : GIVEN_UP;
    }

    private int value(int depth) {
        skipBlanks();
        return switch (units[at]) {
            case '{' -> depth < StrictJson.DEPTH_MAX ? object(depth) : GIVEN_UP;
            case '[' -> depth < StrictJson.DEPTH_MAX ? array(depth) : GIVEN_UP;
            case '"' -> scalar(string());
            case 't' -> scalar(word("true"));
            case 'f' -> scalar(word("false"));
            case 'n' -> scalar(word("null"));
            default -> scalar(number());
        };
    }

    private static int scalar(boolean isWhole) {
        return isWhole ? 0 : GIVEN_UP;
    }

    private int object(int depth) {
        int firstName = names;
        if (opensEmpty('}')) {
            return 1;
        }
        int levels = 0;
        do {
            skipBlanks();
            if (!name(firstName) || !skipTo(':')) {
                return GIVEN_UP;
            }
            int below = value(depth + 1);
            if (below < 0) {
                return GIVEN_UP;
            }
            levels = Math.max(levels, below);
        } while (skipTo(','));
        names = firstName;
        return skipTo('}') ? levels + 1 : GIVEN_UP;
    }

    private int array(int depth) {
        if (opensEmpty(']')) {
            return 1;
        }
        int levels = 0;
        do {
            int below = value(depth + 1);
            if (below < 0) {
                return GIVEN_UP;
            }
            levels = Math.max(levels, below);
        } while (skipTo(','));
        return skipTo(']') ? levels + 1 : GIVEN_UP;
    }

    private boolean opensEmpty(char close) {
        at++;
        return skipTo(close);
    }

    /** Steps over a sign, if it is the next. */
    private boolean skipTo(char sign) {
        skipBlanks();
        if (units[at] != sign) {
            return false;
        }
        at++;
        return true;
    }

    private void skipBlanks() {
        while (units[at] == ' ' || units[at] == '\n' || units[at] == '\r' || units[at] == '\t') {
            at++;
        }
    }

    private boolean word(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (units[at] != word.charAt(i)) {
                return false;
            }
            at++;
        }
        return true;
    }

    private boolean string() {
        skipPlain();
        while (units[at] == '\\') {
            if (!escape()) {
                return false;
            }
            skipPlain();
        }
        return units[at++] == '"';
    }

    /** To the next quote, backslash or control character; most units of most documents are walked over here. */
    private void skipPlain() {
        at = EightBytes.endOfPlain(units, at + 1);
    }

    private boolean escape() {
        at++;
        return switch (units[at]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> true;
            case 'u' -> hexDigits();
            default -> false;
        };
    }

    private boolean hexDigits() {
        int last = at + 4;
        boolean areAll = true;
        while (areAll && at < last) {
            byte unit = units[++at];
            areAll = isDigit(unit) || (unit >= 'a' && unit <= 'f') || (unit >= 'A' && unit <= 'F');
        }
        return areAll;
    }

    private boolean number() {
        int start = at;
        if (units[at] == '-') {
            at++;
        }
        boolean isWhole = units[at] == '0' ? word("0") : digits();
        if (isWhole && units[at] == '.') {
            at++;
            isWhole = digits();
        }
        return isWhole && at - start <= PLAIN_LENGTH_MAX;
    }

    private boolean digits() {
        int start = at;
        while (isDigit(units[at])) {
            at++;
        }
        return at > start;
    }

    private static boolean isDigit(byte unit) {
        return unit >= '0' && unit <= '9';
    }

    /** Steps over a name that no sibling has. */
    private boolean name(int firstSibling) {
        if (units[at] != '"') {
            return false;
        }
        int start = at + 1;
        skipPlain();
        boolean isPlain = units[at] == '"' && at - start <= PLAIN_LENGTH_MAX && isNew(firstSibling, start, hash(start));
        at++;
        return isPlain;
    }

    private int hash(int start) {
        int hash = at - start;
        for (int i = start; i < at; i++) {
            hash = 31 * hash + units[i];
        }
        return hash;
    }

    private boolean isNew(int firstSibling, int start, int hash) {
        if (names == NAMES_MAX || names - firstSibling == SIBLINGS_MAX) {
            return false;
        }
        for (int i = firstSibling; i < names; i++) {
            if (hashes[i] == hash && isSame(starts[i], ends[i], start)) {
                return false;
            }
        }
        starts[names] = start;
        ends[names] = at;
        hashes[names++] = hash;
        return true;
    }

    private boolean isSame(int otherStart, int otherEnd, int start) {
        return Arrays.equals(units, otherStart, otherEnd, units, start, at);
    }
}
