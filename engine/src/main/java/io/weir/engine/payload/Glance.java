package io.weir.engine.payload;

/**
 * A glance at the first bytes that a row writes from a place on. It is enough for a packed file, for what is short, and
 * for most words that are no code. Used by one thread.
 *
 * @param row of digits
 * @param bytes that were glanced at last
 */
record Glance(DigitRow row, ByteLook bytes) {

    private static final int BYTES_MAX = 24;

    Glance(DigitRow row) {
        this(row, new ByteLook());
    }

    /** What the bytes look like, if that is enough to know. */
    Look at(int place, Spelling spelling) {
        int at = row.at(place);
        int total = row.bytesFrom(at, spelling);
        long head = 0;
        DigitFeed digits = new DigitFeed(spelling);
        bytes.clear();
        for (int i = at; i < row.end() && bytes.count() < BYTES_MAX; i++) {
            int shown = digits.take(row.text().charAt(i));
            if (shown != DigitFeed.NONE) {
                head = bytes.count() < Long.BYTES ? (head << 8) | shown : head;
                bytes.show(shown);
                if (isChance(place, shown) || (bytes.isHopeless(total) && !isPacked(head))) {
                    return Look.NOTHING;
                }
            }
        }
        return isPacked(head) ? Look.FLAWLESS : bytes.count() < BYTES_MAX ? Look.of(bytes) : Look.UNKNOWN;
    }

    // In the middle of a row anything may stand. What is meant begins with text, or as a gzip file does.
    private boolean isChance(int place, int shown) {
        return place > 0 && bytes.count() == 1 && !ByteLook.isPrintable(shown) && shown < 0xC2 && shown != 0x1F;
    }

    private boolean isPacked(long head) {
        int shown = Math.min(bytes.count(), Long.BYTES);
        return PackedFormat.of(head << (Long.SIZE - 8 * shown), shown) != PackedFormat.NONE;
    }
}
