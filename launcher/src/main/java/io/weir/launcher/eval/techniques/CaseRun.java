package io.weir.launcher.eval.techniques;

import io.weir.correlator.fleet.FleetForms;
import io.weir.engine.correlation.SessionCorrelation;
import io.weir.engine.decide.InlineJudge;
import io.weir.engine.decide.Occasion;
import io.weir.engine.link.FleetAnswer;
import io.weir.engine.link.FleetDesk;
import io.weir.engine.link.FleetIndexRule;
import io.weir.engine.link.FleetPart;
import io.weir.engine.link.PlacedEvent;
import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.ResponseInput;
import io.weir.engine.state.MemoryStateTable;
import io.weir.engine.state.StateTable;
import io.weir.platform.json.Json;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.SessionProvenance;
import io.weir.schemas.word.Tier;
import io.weir.testkit.technique.TechniqueCall;
import io.weir.testkit.technique.TechniqueCase;
import io.weir.testkit.technique.TechniqueEvent;
import io.weir.testkit.technique.TechniqueResult;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One case on its way through Weir: each node judges with what passed through it, and the correlator's rules see what
 * all nodes have published.
 */
final class CaseRun {

    private static final String TRACEPARENT = "00-00000000000000000000000000000001-0000000000000001-00";
    private static final int STATUS_OK = 200;

    private final InlineJudge judge;
    private final boolean withRequest;
    private final Map<String, StateTable> nodes = new HashMap<>();
    private final StateTable sessions = new MemoryStateTable();
    private final StateTable buckets = new MemoryStateTable();
    private final SessionCorrelation sessionRule = new SessionCorrelation(FleetForms.session());
    private final FleetDesk fleetDesk = FleetForms.desk();
    private final FleetIndexRule fleetIndex = new FleetIndexRule();
    private final Map<String, ToolCall> callsById = new HashMap<>();
    private final CaseOutcome outcome = new CaseOutcome();

    private CaseRun(InlineJudge judge, boolean withRequest) {
        this.judge = judge;
        this.withRequest = withRequest;
    }

    /** Plays a case. */
    static CaseOutcome of(TechniqueCase played, InlineJudge judge, boolean withRequest) {
        CaseRun run = new CaseRun(judge, withRequest);
        int position = 0;
        for (TechniqueEvent event : played.events()) {
            run.add(event, position++);
        }
        return run.outcome;
    }

    private void add(TechniqueEvent event, int position) {
        StateTable node = nodes.computeIfAbsent(event.actor().host(), host -> new MemoryStateTable());
        if (event instanceof TechniqueCall call) {
            publish(judged(node, call, position));
        } else {
            publish(observed(node, (TechniqueResult) event, position));
        }
    }

    private ToolCallScanned judged(StateTable node, TechniqueCall call, int position) {
        CallInput input =
                new CallInput(call.method(), call.url(), call.headers(), call.body(), size(call.body()), request(call));
        ToolCallScanned event =
                judge.judge(node, input, occasion(call, position)).event();
        callsById.put(call.callId(), event.call());
        event.outcome().links().forEach(link -> outcome.inline(call.callId(), link.tier()));
        Decision decision = event.outcome().decision();
        if (decision == Decision.DENY || decision == Decision.REQUIRE_APPROVAL) {
            outcome.inline(call.callId(), Tier.BLOCK);
        }
        return event;
    }

    private SessionEvent observed(StateTable node, TechniqueResult result, int position) {
        ToolCall call = callsById.get(result.callId());
        if (call == null) {
            throw new IllegalStateException("the case has a result without a call: " + result.callId());
        }
        ResponseInput input = new ResponseInput(result.body(), size(result.body()), STATUS_OK);
        return judge.observe(node, input, call, occasion(result, position));
    }

    private void publish(SessionEvent event) {
        PlacedEvent placed = PlacedEvent.unplaced(event);
        sessionRule.apply(sessions, placed).forEach(this::raise);
        for (FleetPart part : fleetDesk.ask(placed)) {
            for (FleetAnswer answer : fleetIndex.apply(buckets, part)) {
                fleetDesk.hear(sessions, answer).forEach(this::raise);
            }
        }
    }

    private void raise(AlertRaised alert) {
        outcome.later(alert.traceId(), alert.tier());
    }

    private @Nullable String request(TechniqueCall call) {
        return withRequest ? call.request() : null;
    }

    private static long size(Object body) {
        return Json.bytes(body).length;
    }

    /** The call's id is the trace id, so that an alert names the call. */
    private static Occasion occasion(TechniqueEvent event, int position) {
        String name = event.callId() + "|" + position;
        String id =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        Principal principal = new Principal(
                "eval",
                "eval",
                event.actor().agent(),
                null,
                null,
                event.actor().session(),
                SessionProvenance.EXPLICIT,
                null);
        return new Occasion(id, event.callId(), null, TRACEPARENT, event.timeMillis(), id, principal);
    }
}
