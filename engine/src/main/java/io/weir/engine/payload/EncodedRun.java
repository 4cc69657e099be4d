package io.weir.engine.payload;

/**
 * A stretch of a text that writes bytes in letters and digits.
 *
 * @param start first UTF-16 unit
 * @param end one past the last unit, padding included
 * @param spelling how
 */
record EncodedRun(int start, int end, Spelling spelling) {

    /** Mark of an address inside. */
    String mark() {
        return spelling.mark();
    }

    /**
     * What becomes of the stretch.
     *
     * @param raw the stretch
     * @param decoded its bytes
     * @param edit what is to become of them
     */
    Patch patch(String raw, byte[] decoded, ByteEdit edit) {
        byte[] after = edit.bytes();
        // Where even the same bytes would be written in another way, somebody may check the spelling: leave none of it.
        return after == null || !raw.equals(spelling.encodeLike(raw, decoded))
                ? Patch.enclosure(start, end, edit.cause())
                : Patch.rewritten(start, end, edit.cause(), spelling.encodeLike(raw, after));
    }
}
