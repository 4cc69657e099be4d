package io.weir.engine.redact;

/** What stands in the place of a value. */
public enum RedactionStyle {
    /** {@code [REDACTED:<rule>]}. */
    LABEL,
    /**
     * Grouping and the last four letters or digits stay, stars stand for the rest. PCI DSS v4.0, requirement 3.4,
     * allows those to be shown of a card number.
     */
    MASK,
    /** A keyed hash: the same value of one tenant is always the same token, and nobody can go back. */
    TOKEN,
    /** A value of the same shape that is evidently made up. */
    SYNTHETIC,
    /** The value, encrypted under the tenant's key: whoever holds the key can go back. */
    SEALED
}
