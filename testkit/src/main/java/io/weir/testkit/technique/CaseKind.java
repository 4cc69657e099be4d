package io.weir.testkit.technique;

/** What a case is: the attack, or the honest traffic that looks like it. */
public enum CaseKind {
    /** What was read goes where it must not go. */
    ATTACK,
    /** The same calls to the same places; nothing that was read is in what is written. */
    UNRELATED,
    /** The same calls, and what was read is in them; the user asked for just that. */
    REQUESTED,
    /** The same calls, and what was read is in them; it stays with the operator. */
    INSIDE;

    /** Whether something must be flagged. */
    public boolean isAttack() {
        return this == ATTACK;
    }
}
