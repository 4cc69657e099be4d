package io.weir.engine.policy;

import java.util.Locale;

/**
 * A shell pattern that a whole name must match: {@code *} any run, {@code ?} one character, {@code [abc]},
 * {@code [a-z]} and {@code [!abc]} a class; an unclosed {@code [} stands for itself, and there is no escape (POSIX
 * 2.13.1 without backslash, as Python's {@code fnmatchcase}). Immutable and safe to share.
 */
public final class Glob {

    /** Longest pattern, so that a match costs no more than this times the length of the name. */
    public static final int LENGTH_MAX = 512;

    private final String pattern;
    private final boolean plain;
    private final boolean ignoresCase;

    private Glob(String pattern, boolean ignoresCase) {
        this.pattern = ignoresCase ? pattern.toLowerCase(Locale.ROOT) : pattern;
        this.plain = isPlain(pattern);
        this.ignoresCase = ignoresCase;
    }

    /** A pattern that tells letter case apart. */
    public static Glob of(String pattern) {
        return new Glob(pattern, false);
    }

    /** A pattern that does not. */
    public static Glob ignoringCase(String pattern) {
        return new Glob(pattern, true);
    }

    /** Whether a pattern has no sign with a meaning of its own. */
    public static boolean isPlain(String pattern) {
        return pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0 && pattern.indexOf('[') < 0;
    }

    /** Whether the whole name matches. */
    public boolean matches(String name) {
        String text = ignoresCase ? name.toLowerCase(Locale.ROOT) : name;
        return plain ? pattern.equals(text) : walk(text);
    }

    /** The greedy walk with one return point: the last star is the only one that ever needs to give way. */
    private boolean walk(String text) {
        int at = 0;
        int in = 0;
        int starAt = -1;
        int starIn = -1;
        while (in < text.length()) {
            int next = at < pattern.length() && pattern.charAt(at) != '*' ? step(at, text.codePointAt(in)) : -1;
            if (next >= 0) {
                in += Character.charCount(text.codePointAt(in));
                at = next;
            } else if (at < pattern.length() && pattern.charAt(at) == '*') {
                starAt = at++;
                starIn = in;
            } else if (starAt >= 0) {
                starIn += Character.charCount(text.codePointAt(starIn));
                in = starIn;
                at = starAt + 1;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }

    /** The place in the pattern behind what takes this code point, or -1 where it is not taken. */
    private int step(int at, int codePoint) {
        int sign = pattern.codePointAt(at);
        int behind = at + Character.charCount(sign);
        if (sign == '?') {
            return behind;
        }
        int end = sign == '[' ? classEnd(at) : -1;
        if (end < 0) {
            return sign == codePoint ? behind : -1;
        }
        return inClass(at + 1, end, codePoint) ? end + 1 : -1;
    }

    /** The closing bracket; one right behind the opening, or behind its {@code !}, stands for itself. */
    private int classEnd(int open) {
        int from = open + 1;
        if (from < pattern.length() && pattern.charAt(from) == '!') {
            from++;
        }
        return pattern.indexOf(']', Math.min(from + 1, pattern.length()));
    }

    private boolean inClass(int from, int end, int codePoint) {
        boolean negated = pattern.charAt(from) == '!';
        boolean found = false;
        int at = negated ? from + 1 : from;
        while (at < end) {
            int low = pattern.codePointAt(at);
            at += Character.charCount(low);
            int high = low;
            if (at + 1 < end && pattern.charAt(at) == '-') {
                high = pattern.codePointAt(at + 1);
                at += 1 + Character.charCount(high);
            }
            found |= low <= codePoint && codePoint <= high;
        }
        return found != negated;
    }

    @Override
    public String toString() {
        return pattern;
    }
}
