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
     * @param reversible whether the spelling must be known from the new stretch alone
     */
    Patch patch(String raw, byte[] decoded, ByteEdit edit, boolean reversible) {
        byte[] after = edit.bytes();
        String written = after == null ? "" : spelling.encodeLike(raw, after);
        // Where even the same bytes would be written in another way, somebody may check the spelling: leave none of it.
        boolean exact = after != null
                && raw.equals(spelling.encodeLike(raw, decoded))
                && (!reversible || raw.equals(spelling.encodeLike(written, decoded)));
        return exact ? Patch.rewritten(start, end, edit.cause(), written) : Patch.enclosure(start, end, edit.cause());
    }
}
