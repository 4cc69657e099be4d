package io.weir.schemas.word;

/** What kind of effect an operation has. */
public enum Verb {
    /** Brings data in and changes nothing. */
    READ,
    /** Creates, changes, sends or deletes data. */
    WRITE,
    /** Changes who may do what. */
    ADMIN
}
