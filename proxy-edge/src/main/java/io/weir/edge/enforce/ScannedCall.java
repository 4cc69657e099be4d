package io.weir.edge.enforce;

import io.weir.edge.call.AgentIdentity;
import org.jspecify.annotations.Nullable;

/**
 * A call that a decision has been asked for, as its response is reported.
 *
 * @param agent who made it
 * @param outcome what came of asking
 */
public record ScannedCall(AgentIdentity agent, ScanOutcome outcome) {

    /** The session as the scan API knows it, or as the agent says where there was no answer. */
    @Nullable
    String sessionId() {
        return outcome instanceof ScanOutcome.Scanned scanned ? scanned.answer().sessionId() : agent.sessionId();
    }
}
