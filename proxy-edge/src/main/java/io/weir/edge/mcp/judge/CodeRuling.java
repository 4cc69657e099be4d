package io.weir.edge.mcp.judge;

/** What has come of a one-time code. */
public sealed interface CodeRuling {

    /**
     * It was the right one.
     *
     * @param approvalId the held call that it was for
     * @param decided whether the call may be made now; false where another person must agree too
     */
    record Taken(String approvalId, boolean decided) implements CodeRuling {}

    /**
     * It was not taken.
     *
     * @param text why, for the model and for people
     */
    record Refused(String text) implements CodeRuling {}
}
