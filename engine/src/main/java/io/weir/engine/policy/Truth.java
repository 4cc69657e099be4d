package io.weir.engine.policy;

/** Whether something holds, by Kleene's three-valued logic: what a call does not tell is neither true nor false. */
public enum Truth {
    /** It does not hold. */
    FALSE,
    /** The call, or what is kept of it, does not tell. */
    UNKNOWN,
    /** It holds. */
    TRUE;

    /** The truth of a boolean. */
    public static Truth of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    /** Both hold. */
    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** At least one holds. */
    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The opposite. */
    public Truth negated() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
