package io.weir.schemas.word;

/** Kind of sensitive data. Declared from the least to the most sensitive. */
public enum DataClass {
    /** Phrases that mark a text as not for outsiders. */
    INTERNAL,
    /** Data about a person, payment data included. */
    PII,
    /** Health data about a person. */
    PHI,
    /** Credentials: whoever holds them can act. */
    SECRETS
}
