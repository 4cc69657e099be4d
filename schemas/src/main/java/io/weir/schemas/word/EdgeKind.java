package io.weir.schemas.word;

/** How two events of an evidence graph belong together. */
public enum EdgeKind {
    /** Content of the first was found in the second. */
    CARRIES,
    /** The second came after the first on the path of an alert; of content, other edges speak. */
    THEN
}
