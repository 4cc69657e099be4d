package io.weir.engine.payload;

import java.util.List;

/**
 * Sees each leaf of a body and says what is to be replaced in it. The walk asks for the replacement itself only when it
 * knows the whole range that has to go, since a leaf may have been read out of an encoded part of another.
 */
public interface LeafEditor {

    /** The ranges of a leaf (text, number or member name) to replace: in order, none overlapping another. */
    List<Span> spans(Leaf leaf);

    /** What stands in the place of a value that a span covers exactly. */
    String replacement(int cause, String value);

    /** What stands in the place of a text that holds such a value somewhere, maybe in an encoding. */
    String enclosure(int cause, String text);

    /** Whether somebody may want to go back: then nothing is written that leaves open how the old text was spelled. */
    boolean isReversible(int cause);

    /** The number for a number leaf with a span in it. */
    Number number(int cause, Number number);

    /** Whether any leaf at or below an address is of interest: what is not is not opened. */
    boolean concerns(String address);
}
