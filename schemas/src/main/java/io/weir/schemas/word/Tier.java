package io.weir.schemas.word;

/** How strongly a link speaks for exfiltration. Tiers nest: what is BLOCK is also ALERT, SIGNAL and TRACE. */
public enum Tier {
    /** Kept for forensics; nothing speaks against it. */
    TRACE,
    /** Raises the risk score, nothing more. */
    SIGNAL,
    /** A person should see it. */
    ALERT,
    /** The write must not go out by itself. */
    BLOCK;

    /** Whether this tier is {@code other} or stronger. */
    public boolean atLeast(Tier other) {
        return compareTo(other) >= 0;
    }
}
