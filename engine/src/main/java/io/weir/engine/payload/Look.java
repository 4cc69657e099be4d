package io.weir.engine.payload;

/** What the bytes look like that a stretch of digits writes. */
enum Look {
    /** Not known yet. */
    UNKNOWN,
    NOTHING,
    /** Nearly all text. */
    FLAWED,
    /** Text without any odd byte, or a packed file. */
    FLAWLESS;

    /** What all the bytes of a stretch look like, none of which begins a packed file. */
    static Look of(ByteLook bytes) {
        return !bytes.isTexts() ? NOTHING : bytes.isFlawless() ? FLAWLESS : FLAWED;
    }
}
