package io.weir.edge.mcp.judge;

/**
 * What is done with decisions, and without them.
 *
 * @param monitor whether everything is forwarded, and decisions are only recorded
 * @param guardResults whether decisions on what servers send are carried out, or it is only reported
 * @param failOpen whether messages go on unscanned while the scan API does not answer
 * @param windowBytes most bytes of JSON that are reported at once
 * @param totalBytes most bytes of JSON of one response that are reported; what is longer is reported in part and
 *     counted
 */
public record JudgeRules(boolean monitor, boolean guardResults, boolean failOpen, int windowBytes, int totalBytes) {

    /** Whether what a server sends may be redacted or held back. */
    public boolean guards() {
        return guardResults && !monitor;
    }

    /** The same where every decision is carried out, and nothing goes on without one. */
    public JudgeRules enforcing() {
        return new JudgeRules(false, guardResults, false, windowBytes, totalBytes);
    }

    /** Whether a message goes on although it was not scanned for want of a scan API. */
    public boolean mayGoUnscanned() {
        return monitor || failOpen;
    }
}
