package io.weir.engine.payload;

/**
 * Looks at bytes one by one and says whether they are nearly all text: UTF-8 (RFC 3629), or the low half of UTF-16. It
 * keeps sums alone, so a look at the bytes from a later one on is the difference of two. Used by one thread.
 */
final class ByteLook {

    private static final int BYTES_MIN = 6;
    private static final int ODD_SHARE = 7;

    private static final long NOT_PRINTABLE = 1;
    private static final long NOT_ZERO = 1L << Integer.SIZE;
    private static final long[] SUMS = sums();

    private int count;

    // Of the bytes in every other place: those that the next byte is one of, and those between.
    private long here;
    private long between;

    // How many bytes that are not printable belong to characters of several bytes, and how many of the last are to
    // come.
    private int excused;
    private int following;

    /** Shows the next byte. */
    void show(int value) {
        long shown = here + SUMS[value];
        here = between;
        between = shown;
        count++;
        if (value >= 0x80 || following > 0) {
            showInCharacter(value);
        }
    }

    private void showInCharacter(int value) {
        if (following > 0 && (value & 0xC0) == 0x80) {
            following--;
            excused++;
            return;
        }
        excused -= following > 0 ? 1 : 0;
        excused += value >= 0xC2 && value < 0xF5 ? 1 : 0;
        following = value >= 0xF0 && value < 0xF5 ? 3 : value >= 0xE0 ? 2 : value >= 0xC2 ? 1 : 0;
    }

    /** Forgets all bytes. */
    void clear() {
        count = 0;
        here = 0;
        between = 0;
        excused = 0;
        following = 0;
    }

    /** Becomes the same as another look. */
    void set(ByteLook other) {
        count = other.count;
        here = other.here;
        between = other.between;
        excused = other.excused;
        following = other.following;
    }

    /** Becomes the look at the bytes that one look saw after another; the first of them continues no character. */
    void setDifference(ByteLook before, ByteLook after) {
        count = after.count - before.count;
        boolean even = (count & 1) == 0;
        here = after.here - (even ? before.here : before.between);
        between = after.between - (even ? before.between : before.here);
        // The character that breaks off there is counted with the byte after it.
        excused = after.excused - before.excused + (before.following > 0 && count > 0 ? 1 : 0);
        following = after.following;
    }

    int count() {
        return count;
    }

    /** Whether no byte to come could change that this is nothing, where so many come in all. */
    boolean isHopeless(int total) {
        return ODD_SHARE * (Math.min(odd(), oddUtf16()) - 1) > total && count >= Integer.BYTES;
    }

    /** Whether the bytes shown are enough and nearly all text. */
    boolean isTexts() {
        return count >= BYTES_MIN && (isText() || isUtf16());
    }

    /** Whether there is nothing odd at all. */
    boolean isFlawless() {
        return (odd() == 0 && following == 0) || oddUtf16() == 0;
    }

    boolean isText() {
        return odd() * ODD_SHARE <= count;
    }

    /** Whether half of what is there at all is text. Zeros count for nothing: archives are filled up with them. */
    boolean isTextInPart() {
        int zeros = count - notZero(here + between);
        return 2 * (odd() - zeros) <= count - zeros;
    }

    boolean isUtf16() {
        return oddUtf16() * ODD_SHARE <= count && count > 1;
    }

    private int odd() {
        return notPrintable(here + between) - excused;
    }

    private int oddUtf16() {
        boolean even = (count & 1) == 0;
        return notPrintable(even ? here : between) + notZero(even ? between : here);
    }

    /** What bytes look like. */
    static ByteLook at(byte[] bytes) {
        ByteLook look = new ByteLook();
        for (byte b : bytes) {
            look.show(b & 0xFF);
        }
        return look;
    }

    private static int notPrintable(long sum) {
        return (int) sum;
    }

    private static int notZero(long sum) {
        return (int) (sum >>> Integer.SIZE);
    }

    static boolean isPrintable(int value) {
        return (value >= ' ' && value < 0x7F) || value == '\n' || value == '\r' || value == '\t';
    }

    private static long[] sums() {
        long[] sums = new long[256];
        for (int value = 0; value < sums.length; value++) {
            sums[value] = (isPrintable(value) ? 0 : NOT_PRINTABLE) + (value == 0 ? 0 : NOT_ZERO);
        }
        return sums;
    }
}
