package io.weir.engine.approval;

/**
 * How long things last, and how many people it takes.
 *
 * @param pendingMillis how long a held call waits for people
 * @param grantMillis how long a grant can be used
 * @param denyMillis how long a refusal stands, so that nobody is asked twice
 * @param usesMax how often a grant can be used
 * @param peopleNeeded how many people must agree
 */
public record ApprovalWindows(long pendingMillis, long grantMillis, long denyMillis, int usesMax, int peopleNeeded) {

    /** Ten minutes each, one use, one person. Source: the protocol's documented windows. */
    public static final ApprovalWindows STANDARD = new ApprovalWindows(600_000, 600_000, 600_000, 1, 1);
}
