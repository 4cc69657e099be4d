package io.weir.schemas.word;

/** What the enforcement point must do with a call now. Declared from the mildest to the strictest. */
public enum Decision {
    /** Forward the call as it is. */
    ALLOW,
    /** Hold the call until a person has answered. */
    REQUIRE_APPROVAL,
    /** Forward the call with the redacted body. */
    SANITIZE,
    /** Do not forward the call. */
    DENY;

    /**
     * The stricter of two decisions. SANITIZE outranks REQUIRE_APPROVAL because the scan protocol that Weir is
     * compatible with orders them so: DENY, SANITIZE, REQUIRE_APPROVAL, ALLOW.
     */
    public Decision strictest(Decision other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
