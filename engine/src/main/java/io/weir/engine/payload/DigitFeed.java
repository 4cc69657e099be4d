package io.weir.engine.payload;

/** Puts bytes together out of the digits of a spelling. Line ends and padding are passed over. Used by one thread. */
final class DigitFeed {

    /** What no byte is. */
    static final int NONE = -1;

    private final Spelling spelling;
    private int buffer;
    private int buffered;

    DigitFeed(Spelling spelling) {
        this.spelling = spelling;
    }

    /** The byte, 0 to 255, that is whole with this character; else {@link #NONE}. */
    int take(char digit) {
        int value = spelling.value(digit);
        if (value < 0) {
            return NONE;
        }
        buffer = (buffer << spelling.bits()) | value;
        buffered += spelling.bits();
        if (buffered < 8) {
            return NONE;
        }
        buffered -= 8;
        return (buffer >> buffered) & 0xFF;
    }
}
