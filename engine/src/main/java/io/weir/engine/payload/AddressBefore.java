package io.weir.engine.payload;

/**
 * Whether a place of a text stands in a web address: behind {@code ://}, with neither a blank nor a quotation mark
 * between. Reads each unit once while it is asked from left to right, and a bounded number of them where it is asked to
 * go back. Used by one thread.
 */
final class AddressBefore {

    /** How many units before a place the beginning of an address is looked for. */
    private static final int UNITS_MAX = 512;

    private static final String SIGN = "://";

    private final String text;
    private int read;
    private int wordStart;
    private int signStart = -1;

    AddressBefore(String text) {
        this.text = text;
    }

    /** Whether the unit at a place stands in an address. */
    boolean covers(int place) {
        int first = Math.max(0, place - UNITS_MAX);
        if (place < read) {
            read = first;
            wordStart = first;
            signStart = -1;
        }
        read = Math.max(read, first);
        while (read < place) {
            read(text.charAt(read));
            read++;
        }
        return signStart >= wordStart && signStart >= first;
    }

    private void read(char unit) {
        if (unit <= ' ' || unit == '"') {
            wordStart = read + 1;
        } else if (unit == '/' && text.startsWith(SIGN, read - SIGN.length() + 1)) {
            signStart = read - SIGN.length() + 1;
        }
    }
}
