package io.weir.edge.response;

import java.nio.CharBuffer;

/**
 * The text of the next part, measured as it will be on the wire: in bytes of JSON. It never splits a surrogate
 * pair, because half of one is no text.
 */
final class TextWindow {

    /** The longest JSON form of one UTF-16 unit: a backslash, a u and four digits. */
    static final int UNIT_BYTES_MAX = 6;

    private final int bytesMax;
    private final int overlapUnits;
    private final StringBuilder text = new StringBuilder();
    /** Units that fit whatever they are. */
    private final int uncountedMax;
    /** Bytes of the units that have been counted. */
    private int bytes;

    private int counted;
    private char last;
    private int repeatedUnits;

    TextWindow(int bytesMax, int overlapUnits) {
        this.bytesMax = bytesMax;
        this.overlapUnits = overlapUnits;
        this.uncountedMax = (bytesMax - 2 * UNIT_BYTES_MAX) / UNIT_BYTES_MAX;
    }

    /** Whether another unit might not fit, and the text may be cut here. */
    boolean isFull() {
        return text.length() > uncountedMax && bytes() > bytesMax - 2 * UNIT_BYTES_MAX && !endsInsidePair();
    }

    /** Whether there is anything that no earlier part held. */
    boolean hasNews() {
        return text.length() > repeatedUnits;
    }

    /** Units at its beginning that an earlier part held. */
    int repeatedUnits() {
        return repeatedUnits;
    }

    /** Bytes so far. Most texts are so short that nobody wants to know. */
    int bytes() {
        for (; counted < text.length(); counted++) {
            bytes += jsonBytes(text.charAt(counted));
        }
        return bytes;
    }

    /** Takes units of an array-backed buffer until it is full, or there are no more. */
    void append(CharBuffer units) {
        char[] array = units.array();
        int start = units.arrayOffset() + units.position();
        int end = start + units.remaining();
        int at = start;
        while (at < end && !isFull()) {
            int taken = Math.min(end - at, Math.max(1, certainlyFitting(end - at)));
            text.append(new String(array, at, taken));
            at += taken;
            last = array[at - 1];
        }
        units.position(units.position() + at - start);
    }

    /** Units of so many that fit whatever they are. */
    private int certainlyFitting(int units) {
        return text.length() + units <= uncountedMax
                ? units
                : (bytesMax - 2 * UNIT_BYTES_MAX - bytes()) / UNIT_BYTES_MAX;
    }

    String text() {
        return text.toString();
    }

    /** Puts a redacted form in place of the text. */
    void replace(String redacted) {
        text.setLength(0);
        text.append(redacted);
        uncount();
    }

    private void uncount() {
        bytes = 0;
        counted = 0;
    }

    /** Begins the next part with the end of this one. */
    void advance() {
        int start = Math.max(0, text.length() - overlapUnits);
        if (start > 0 && start < text.length() && Character.isLowSurrogate(text.charAt(start))) {
            start++;
        }
        text.delete(0, start);
        repeatedUnits = text.length();
        uncount();
    }

    private boolean endsInsidePair() {
        return Character.isHighSurrogate(last);
    }

    /** As our JSON writer writes it: control characters and surrogates as escapes. */
    private static int jsonBytes(char unit) {
        if (unit < ' ' || Character.isSurrogate(unit)) {
            return UNIT_BYTES_MAX;
        }
        if (unit < 0x80) {
            return unit == '"' || unit == '\\' ? 2 : 1;
        }
        return unit < 0x800 ? 2 : 3;
    }
}
