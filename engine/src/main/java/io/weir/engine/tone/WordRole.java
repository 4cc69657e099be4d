package io.weir.engine.tone;

/** What a word does beside an order and its address; {@code grammar.properties} lists the words. */
enum WordRole {
    /** Leads from an order to its address: "to", "at". */
    LEAD,
    /** May stand between the two: "my other account". */
    FILLER,
    /** A verb that orders from behind its address, as infinitives of some languages do: "an ... senden". */
    FINAL,
    /** Tells only that its language is one that is read. */
    COMMON,
    /** A verb after it is a noun, or tells what was done: "the mail", "we pay". */
    STATEMENT
}
