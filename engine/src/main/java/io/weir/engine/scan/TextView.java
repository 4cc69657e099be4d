package io.weir.engine.scan;

/**
 * The text that is being scanned, or a part of it, in memory that is used again for the next one. Used by one thread.
 */
final class TextView implements CharSequence {

    private static final int KEPT_MAX = 1 << 18;

    char[] units = new char[4096];
    int length;

    private int longest;

    void load(CharSequence text) {
        length = text.length();
        longest = Math.max(longest, length);
        if (units.length < length) {
            units = new char[Math.max(length, units.length * 2)];
            longest = length;
        }
        if (text instanceof String string) {
            string.getChars(0, length, units, 0);
        } else {
            for (int i = 0; i < length; i++) {
                units[i] = text.charAt(i);
            }
        }
    }

    /** Forgets all texts that it held, so that nothing of them stays in memory. */
    void clear() {
        if (units.length > KEPT_MAX) {
            units = new char[4096];
        } else {
            java.util.Arrays.fill(units, 0, longest, '\0');
        }
        length = 0;
        longest = 0;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return units[index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(units, start, end - start);
    }

    @Override
    public String toString() {
        return new String(units, 0, length);
    }
}
