package io.weir.schemas.word;

/** What a rule of a policy asks for. Declared from the mildest to the strictest. */
public enum PolicyAction {
    /** Nothing stricter than what the judgement says. */
    ALLOW(Decision.ALLOW),
    /** A person decides. */
    REQUIRE_APPROVAL(Decision.REQUIRE_APPROVAL),
    /** The redacted body goes out. */
    SANITIZE(Decision.SANITIZE),
    /** The call does not go out. */
    DENY(Decision.DENY),
    /** The call does not go out, and somebody looks into it. */
    OPEN_INCIDENT(Decision.DENY);

    private final Decision decision;

    PolicyAction(Decision decision) {
        this.decision = decision;
    }

    /** The decision that it comes to. */
    public Decision decision() {
        return decision;
    }
}
