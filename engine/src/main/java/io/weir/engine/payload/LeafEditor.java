package io.weir.engine.payload;

/** Sees each leaf of a body in document order and says what stands in its place. */
public interface LeafEditor {

    /** The text for a string leaf: {@link Leaf#text()} to leave it. */
    String text(Leaf leaf);

    /** The number for a number leaf: {@code number} to leave it. */
    Number number(Leaf leaf, Number number);

    /** The member name for a name leaf: {@link Leaf#text()} to leave it. */
    String name(Leaf leaf);
}
