package io.weir.engine.payload;

/**
 * Looks at bytes one by one and says whether they are worth opening: nearly all text (UTF-8, RFC 3629, or the low half of
 * UTF-16), or the beginning of a packed format. Takes no memory, so that it can be asked of every long word.
 */
final class ByteLook {

    private static final int BYTES_MIN = 6;
    private static final int ODD_SHARE = 7;

    private int count;
    private int odd;
    private int zeros;
    private int oddUtf16;
    private int following;
    private long first;

    /** Shows the next byte. */
    void show(int value) {
        if (count < Long.BYTES) {
            first = (first << 8) | value;
        }
        boolean high = (count & 1) == 1;
        oddUtf16 += high ? (value == 0 ? 0 : 1) : isPrintable(value) ? 0 : 1;
        zeros += value == 0 ? 1 : 0;
        count++;
        if (following > 0 && (value & 0xC0) == 0x80) {
            following--;
            return;
        }
        odd += following > 0 ? 1 : 0;
        following = value >= 0xF0 && value < 0xF5 ? 3 : value >= 0xE0 ? 2 : value >= 0xC2 ? 1 : 0;
        odd += isPrintable(value) || (value >= 0xC2 && value < 0xF5) ? 0 : 1;
    }

    /** Whether no byte to come could change that this is nothing, where so many come in all. */
    boolean isHopeless(int total) {
        return ODD_SHARE * (Math.min(odd, oddUtf16) - 1) > total && count >= Integer.BYTES && !isPacked();
    }

    /** Whether the bytes shown are worth opening. */
    boolean isWorthIt() {
        return isPacked() || (count >= BYTES_MIN && (isText() || isUtf16()));
    }

    /** Whether there is nothing odd at all. */
    boolean isFlawless() {
        return (odd == 0 && following == 0) || oddUtf16 == 0 || isPacked();
    }

    boolean isText() {
        return odd * ODD_SHARE <= count;
    }

    /** Whether half of what is there at all is text. Zeros count for nothing: archives are filled up with them. */
    boolean isTextInPart() {
        return 2 * (odd - zeros) <= count - zeros;
    }

    boolean isUtf16() {
        return oddUtf16 * ODD_SHARE <= count && count > 1;
    }

    boolean isPacked() {
        int shown = Math.min(count, Long.BYTES);
        return PackedFormat.of(first << (Long.SIZE - 8 * shown), shown) != PackedFormat.NONE;
    }

    /** What bytes look like. */
    static ByteLook at(byte[] bytes) {
        ByteLook look = new ByteLook();
        for (byte b : bytes) {
            look.show(b & 0xFF);
        }
        return look;
    }

    private static boolean isPrintable(int value) {
        return (value >= ' ' && value < 0x7F) || value == '\n' || value == '\r' || value == '\t';
    }
}
