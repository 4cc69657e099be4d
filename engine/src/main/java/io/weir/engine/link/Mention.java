package io.weir.engine.link;

/** How a value stood in the session's responses. */
enum Mention {
    /** Not at all. */
    NONE,
    /** As data. */
    PLAIN,
    /** Inside what reads like an instruction. */
    INSTRUCTED;

    Mention strongest(Mention other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
