package io.weir.launcher.replay;

import io.weir.engine.decide.Decider;
import io.weir.engine.decide.DecisionInput;
import io.weir.engine.link.SessionLinker;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.ToolCallScanned;
import org.jspecify.annotations.Nullable;

/**
 * Decides recorded events again, in the order in which they come, with what their sessions had read by then. It has no
 * clock and makes no ids, so equal events give equal reports. For one thread.
 */
final class Replay {

    private final SessionLinker linker = new SessionLinker();
    private final Decider decider;
    private final @Nullable CandidatePolicies candidates;
    private final SessionTables tables;
    private final ReplayReport report;

    /**
     * A replay.
     *
     * @param candidates policies to decide by; null for those that held then, which say what they said
     */
    Replay(Decider decider, @Nullable CandidatePolicies candidates, SessionTables tables, ReplayReport report) {
        this.decider = decider;
        this.candidates = candidates;
        this.tables = tables;
        this.report = report;
    }

    /**
     * Applies one event.
     *
     * @param place where its record stands
     */
    void accept(String place, SessionEvent event) {
        StateTable state = tables.of(event.principal().sessionKey());
        if (event instanceof ToolCallScanned call) {
            decide(place, state, call);
        } else if (event instanceof ResponseObserved response) {
            linker.remember(state, response);
            if (candidates != null) {
                candidates.remember(state, response);
            }
            report.responded();
        }
    }

    private void decide(String place, StateTable state, ToolCallScanned call) {
        DecisionInput input = DecisionInput.of(call, linker.linksAgain(state, call));
        DecisionRecord outcome =
                candidates == null ? decider.decide(input) : candidates.decide(decider, state, call, input);
        report.decided(new ReplayedCall(
                place,
                call.principal().sessionKey(),
                call.traceId(),
                call.call().tool(),
                outcome,
                call.outcome()));
    }
}
