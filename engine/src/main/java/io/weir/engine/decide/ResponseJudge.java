package io.weir.engine.decide;

import io.weir.engine.detect.Detection;
import io.weir.engine.detect.Detections;
import io.weir.engine.detect.Search;
import io.weir.engine.detect.SearchSource;
import io.weir.engine.fingerprint.FingerprintKeys;
import io.weir.engine.fingerprint.Fingerprinter;
import io.weir.engine.link.SessionLinker;
import io.weir.engine.payload.Payload;
import io.weir.engine.payload.PayloadReader;
import io.weir.engine.payload.ResponseInput;
import io.weir.engine.policy.PolicySource;
import io.weir.engine.policy.memory.PolicyMemory;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes note of responses, and decides whether agents should get them. Safe to share as {@link InlineJudge} is. */
final class ResponseJudge {

    private final PayloadReader reader;
    private final SearchSource searches;
    private final FingerprintKeys keys;
    private final SessionLinker linker;
    private final Redaction redaction;
    private final PolicySource policySource;

    ResponseJudge(
            PayloadReader reader,
            SearchSource searches,
            FingerprintKeys keys,
            SessionLinker linker,
            Redaction redaction,
            PolicySource policySource) {
        this.reader = reader;
        this.searches = searches;
        this.keys = keys;
        this.linker = linker;
        this.redaction = redaction;
        this.policySource = policySource;
    }

    /** Takes note of a response: what was read becomes known to later calls of the session. */
    ResponseObserved observe(StateTable state, ResponseInput input, ToolCall call, Occasion occasion) {
        Payload payload = reader.read(input);
        Detections searched = searches.of(occasion.principal().tenant(), occasion.timeMillis())
                .search(payload);
        return observe(state, payload, searched, input, call, occasion);
    }

    /** As {@link #observe}, and decides whether the agent should get it. */
    JudgedResponse judge(StateTable state, ResponseInput input, ToolCall call, Occasion occasion) {
        Search search = searches.of(occasion.principal().tenant(), occasion.timeMillis());
        Payload payload = reader.read(input);
        Detections searched = search.search(payload);
        ResponseObserved event = observe(state, payload, searched, input, call, occasion);
        List<ReasonCode> reasons = ResponseDecider.reasons(event);
        Decision decision = ResponseDecider.decision(reasons);
        Object sanitized = decision == Decision.SANITIZE
                ? redaction.sanitize(
                        occasion.principal().tenant(), search, input.body(), payload, searched.found(), Set.of())
                : null;
        return new JudgedResponse(event, decision, reasons, sanitized);
    }

    private ResponseObserved observe(
            StateTable state,
            Payload payload,
            Detections searched,
            ResponseInput input,
            ToolCall call,
            Occasion occasion) {
        Fingerprinter fingerprinter = keys.of(occasion.principal().tenant());
        List<Detection> detections = searched.found();
        ResponseObserved event = new ResponseObserved(
                occasion.eventId(),
                occasion.traceId(),
                occasion.traceparent(),
                occasion.timeMillis(),
                occasion.principal(),
                call,
                input.status(),
                input.bodyBytes(),
                Findings.of(payload, detections, fingerprinter),
                fingerprinter.ofResponse(payload, detections),
                Gaps.of(payload, searched));
        if (!policySource.of(occasion.principal().tenant()).isEmpty()) {
            new PolicyMemory(state, occasion.principal().sessionKey()).note(event);
        }
        int forgotten = linker.remember(state, event);
        return forgotten == 0
                ? event
                : withGap(event, "the session is full: " + forgotten + " earlier reads forgotten");
    }

    private static ResponseObserved withGap(ResponseObserved event, String gap) {
        List<String> gaps = new ArrayList<>(event.gaps());
        gaps.add(gap);
        return new ResponseObserved(
                event.eventId(),
                event.traceId(),
                event.traceparent(),
                event.timeMillis(),
                event.principal(),
                event.call(),
                event.responseStatus(),
                event.bodyBytes(),
                event.findings(),
                event.fingerprint(),
                gaps);
    }
}
