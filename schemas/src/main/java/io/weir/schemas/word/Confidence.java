package io.weir.schemas.word;

/** How sure a detector is of a finding. */
public enum Confidence {
    /** The shape fits, nothing else speaks for it. */
    LOW,
    /** The shape is distinctive, or a weak shape stands near a telling word. */
    MEDIUM,
    /** A check digit or an unmistakable prefix proves it. */
    HIGH
}
