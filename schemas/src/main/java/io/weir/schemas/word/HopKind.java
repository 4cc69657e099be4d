package io.weir.schemas.word;

/** What an event did on the path of content. */
public enum HopKind {
    /** A response brought content in. */
    READ,
    /** A call carried content on. */
    WRITE
}
