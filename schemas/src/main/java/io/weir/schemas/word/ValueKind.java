package io.weir.schemas.word;

/** Kind of a short value that is matched exactly. */
public enum ValueKind {
    /** A credential. */
    SECRET,
    /** A payment card number. */
    CARD,
    /** An IBAN. */
    IBAN,
    /** A personal identity number with a check or a strict shape. */
    NATIONAL_ID,
    /** A phone number. */
    PHONE,
    /** An e-mail address. */
    EMAIL,
    /** A web address, by host and path. */
    URL,
    /** A host name. */
    HOST,
    /** A mixed token of letters and digits, or a long digit run: order numbers, record ids. */
    IDENTIFIER,
    /** A calendar date. */
    DATE,
    /** A number with at least three significant digits. */
    NUMBER,
    /** A word: of the user's request, or of a call where it may be a secret. */
    WORD
}
