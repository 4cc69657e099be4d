package io.weir.edge.mcp.relay;

/**
 * How long a call waits for a person. Clients give up after a while, most after a minute; those that asked for progress
 * take each notification as a sign of life.
 *
 * @param holdMillis longest wait where the client asked for no progress
 * @param progressHoldMillis longest wait where it did
 * @param pollMillis time between two looks
 */
public record HoldRules(int holdMillis, int progressHoldMillis, int pollMillis) {

    /** Longest wait for this call. */
    public int millis(HeldCall call) {
        return call.progressToken() == null ? holdMillis : Math.max(holdMillis, progressHoldMillis);
    }
}
