package io.weir.schemas.word;

/** What a leaf of a call is for. */
public enum LeafRole {
    /** Carries content. */
    CONTENT,
    /** Says where the call goes. */
    DESTINATION
}
