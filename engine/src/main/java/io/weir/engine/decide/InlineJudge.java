package io.weir.engine.decide;

import io.weir.engine.approval.Ruling;
import io.weir.engine.canary.CanarySearches;
import io.weir.engine.destination.CallReader;
import io.weir.engine.destination.CallReading;
import io.weir.engine.detect.Detection;
import io.weir.engine.detect.Detections;
import io.weir.engine.detect.Detector;
import io.weir.engine.detect.Search;
import io.weir.engine.detect.SearchSource;
import io.weir.engine.fingerprint.FingerprintKeys;
import io.weir.engine.fingerprint.Fingerprinter;
import io.weir.engine.link.Elsewhere;
import io.weir.engine.link.Recall;
import io.weir.engine.link.SessionLinker;
import io.weir.engine.link.Write;
import io.weir.engine.opinion.Brief;
import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import io.weir.engine.payload.PayloadReader;
import io.weir.engine.payload.ResponseInput;
import io.weir.engine.policy.ActivePolicies;
import io.weir.engine.policy.Content;
import io.weir.engine.policy.EdgeHeaders;
import io.weir.engine.policy.PolicyJudge;
import io.weir.engine.policy.PolicySource;
import io.weir.engine.policy.PolicySubject;
import io.weir.engine.policy.Standing;
import io.weir.engine.policy.memory.PolicyMemory;
import io.weir.engine.redact.Redactors;
import io.weir.engine.redact.Sanitizer;
import io.weir.engine.settings.EngineSettings;
import io.weir.engine.state.StateTable;
import io.weir.engine.threat.ThreatHit;
import io.weir.engine.threat.ThreatTable;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.Finding;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.PolicyOutcome;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.event.UserRequest;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.Confidence;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.ReasonCode;
import io.weir.schemas.word.Verb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges calls and takes note of responses, with what one session's state knows. It is the engine's door for the scan
 * API: raw input comes in, and leaves as a record without content.
 *
 * <p>Safe to share between threads as long as each state table is used by one thread at a time.
 */
public final class InlineJudge {

    private static final String FIELD_RULE = "policy-field";

    private final PayloadReader reader = PayloadReader.standard();
    private final SearchSource searches;
    private final SessionLinker linker = new SessionLinker();
    private final Decider decider;
    private final CallReader callReader;
    private final FingerprintKeys keys;
    private final Redactors redactors;
    private final PolicySource policySource;
    private final RiskSources risks;

    private InlineJudge(
            EngineSettings settings,
            byte[] masterKey,
            SearchSource searches,
            PolicySource policySource,
            RiskSources risks) {
        this.policySource = policySource;
        this.searches = searches;
        this.decider = new Decider(settings.classWeights(), settings.riskWeights());
        this.risks = risks;
        this.callReader = new CallReader(settings);
        this.keys = new FingerprintKeys(masterKey);
        this.redactors = new Redactors(settings.redaction(), masterKey);
    }

    /**
     * A judge with these settings.
     *
     * @param masterKey secret that the tenants' keys of fingerprints and of redaction are derived from, at least 16 bytes
     */
    public static InlineJudge create(EngineSettings settings, byte[] masterKey) {
        return create(settings, masterKey, (tenant, timeMillis) -> Detector.standard());
    }

    /**
     * A judge with these settings.
     *
     * @param masterKey secret that the tenants' keys of fingerprints, canaries and redaction are derived from, at least
     *     16 bytes
     * @param searches asked once for each call and each response, so that rules can change between them; canaries are
     *     searched for besides
     */
    public static InlineJudge create(EngineSettings settings, byte[] masterKey, SearchSource searches) {
        return create(settings, masterKey, searches, PolicySource.NONE);
    }

    /**
     * A judge with these settings, rules and policies.
     *
     * @param policies asked once for each call
     */
    public static InlineJudge create(
            EngineSettings settings, byte[] masterKey, SearchSource searches, PolicySource policies) {
        return create(settings, masterKey, searches, policies, RiskSources.NONE);
    }

    /**
     * A judge with these settings, rules and policies.
     *
     * @param risks what risk engines know that neither the call nor the session says
     */
    public static InlineJudge create(
            EngineSettings settings,
            byte[] masterKey,
            SearchSource searches,
            PolicySource policies,
            RiskSources risks) {
        return new InlineJudge(settings, masterKey, new CanarySearches(searches, masterKey), policies, risks);
    }

    /**
     * Judges a call before it runs, by what its session's state knows. The state takes note of it where the tenant has
     * policies, and is read otherwise.
     */
    public JudgedCall judge(StateTable state, CallInput input, Occasion occasion) {
        return judge(state, input, occasion, Recall.NOTHING);
    }

    /** As {@link #judge(StateTable, CallInput, Occasion)}, and by what other nodes know. */
    public JudgedCall judge(StateTable state, CallInput input, Occasion occasion, Recall recall) {
        return judge(state, input, occasion, recall, CallBounds.NONE);
    }

    /** As the others, for a credential whose calls are confined. */
    public JudgedCall judge(StateTable state, CallInput input, Occasion occasion, Recall recall, CallBounds bounds) {
        return judge(state, input, occasion, recall, bounds, true);
    }

    /**
     * What a language model should be told of a call that no rule decides and that carries something outside; null for any
     * other. The state is read only, and nothing is recorded.
     */
    public @Nullable Brief brief(
            StateTable state, CallInput input, Occasion occasion, Recall recall, CallBounds bounds) {
        ToolCallScanned event =
                judge(state, input, occasion, recall, bounds, false).event();
        DecisionRecord outcome = event.outcome();
        boolean outward =
                event.call().verb() != Verb.READ && event.call().audience().compareTo(Audience.EXTERNAL) >= 0;
        if (outcome.decision() != Decision.ALLOW || outcome.policies() != null || !outward) {
            return null;
        }
        String tenant = occasion.principal().tenant();
        Search search = searches.of(tenant, occasion.timeMillis());
        return new Brief(
                event.call(),
                outcome.dataClasses(),
                outcome.links(),
                redacted(input.context(), search, tenant),
                redacted(input.body(), search, tenant));
    }

    private @Nullable Object redacted(@Nullable Object value, Search search, String tenant) {
        Payload payload = reader.read(new ResponseInput(value, 0, 200));
        return new Sanitizer(reader, search, redactors.of(tenant))
                .sanitize(value, payload, search.search(payload).found(), Set.of());
    }

    private JudgedCall judge(
            StateTable state, CallInput input, Occasion occasion, Recall recall, CallBounds bounds, boolean notes) {
        Fingerprinter fingerprinter = keys.of(occasion.principal().tenant());
        Search search = searches.of(occasion.principal().tenant(), occasion.timeMillis());
        Payload payload = reader.read(input);
        Detections searched = search.search(payload);
        List<Detection> detections = searched.found();
        CallReading reading = callReader.read(input, payload, fingerprinter);
        Fingerprint fingerprint = fingerprinter.ofCall(reading.linkable(payload), detections, reading.roles());
        UserRequest request = request(input.context(), search, fingerprinter);
        List<Finding> findings = Findings.of(payload, detections, fingerprinter);

        Write write =
                Write.of(occasion.principal().sessionKey(), occasion.traceId(), reading.call(), fingerprint, request);
        Elsewhere elsewhere = recall.of(state, write);
        List<Link> links = linker.links(state, write, occasion.timeMillis(), elsewhere);
        List<String> gaps = joined(gaps(payload, searched), elsewhere.unconfirmed());
        ActivePolicies policies = policySource.of(occasion.principal().tenant());
        PolicyMemory memory = new PolicyMemory(state, occasion.principal().sessionKey());
        ThreatTable threats = risks.threats(occasion.principal().tenant());
        List<ThreatHit> hits = threats.hits(input, payload, reading.roles().destinationAddresses());
        PolicySubject subject = new PolicySubject(
                occasion.principal(),
                occasion.timeMillis(),
                reading.call(),
                findings,
                new Content(input, payload),
                memory,
                new Standing(
                        occasion.regard().trust(),
                        threats.isEmpty() ? null : !hits.isEmpty(),
                        null,
                        EdgeHeaders.toolWarnings(input.headers())));
        DecisionRecord outcome = decider.decide(new DecisionInput(
                reading.call(),
                findings,
                reading.roles().destinationAddresses(),
                links,
                request != null,
                gaps,
                elsewhere.holds(),
                occasion.approvalId(),
                bounds.violations(reading.call()).isEmpty() ? occasion.ruling() : Ruling.OUT_OF_BOUNDS,
                PolicyJudge.of(policies, subject),
                occasion.regard(),
                occasion.opinion().decision(),
                OtherSignals.of(
                        risks.compare(occasion.principal(), reading.call(), occasion.timeMillis()),
                        hits,
                        occasion.opinion(),
                        occasion.regard())));
        ToolCallScanned event = new ToolCallScanned(
                occasion.eventId(),
                occasion.traceId(),
                occasion.parentTraceId(),
                occasion.traceparent(),
                occasion.timeMillis(),
                occasion.principal(),
                reading.call(),
                findings,
                fingerprint,
                request,
                gaps,
                outcome);
        if (notes && !policies.isEmpty()) {
            memory.note(event, subject.toolName(), subject.server());
        }
        boolean sanitizes = outcome.decision() == Decision.SANITIZE;
        return new JudgedCall(
                event,
                sanitizes
                        ? new Sanitizer(
                                        reader,
                                        search,
                                        redactors.of(occasion.principal().tenant()))
                                .sanitize(
                                        input.body(),
                                        payload,
                                        withFields(detections, payload, policies, outcome),
                                        reading.roles().destinationAddresses())
                        : null);
    }

    /**
     * Takes note of a call that was decided before the state began, as policies remember it. The name of the server is not
     * in the record, so what is remembered for each server is not restored.
     */
    public void restore(StateTable state, DecisionMade made) {
        if (!policySource.of(made.principal().tenant()).isEmpty()) {
            new PolicyMemory(state, made.principal().sessionKey())
                    .note(made, made.call().tool(), "");
        }
    }

    /** The detections, and the leaves that policies want redacted whatever stands in them. */
    private static List<Detection> withFields(
            List<Detection> detections, Payload payload, ActivePolicies policies, DecisionRecord outcome) {
        PolicyOutcome said = outcome.policies();
        if (said == null) {
            return detections;
        }
        List<Detection> all = new ArrayList<>(detections);
        for (int leaf = 0; leaf < payload.leaves().size(); leaf++) {
            Leaf one = payload.leaves().get(leaf);
            if (!one.isDerived() && policies.active().redacts(said, one.address())) {
                int whole = leaf;
                all.removeIf(detection -> detection.leaf() == whole);
                all.add(new Detection(
                        FIELD_RULE,
                        DataClass.PII,
                        null,
                        Confidence.HIGH,
                        leaf,
                        0,
                        one.text().length()));
            }
        }
        all.sort(Comparator.comparingInt(Detection::leaf).thenComparingInt(Detection::start));
        return all;
    }

    /** Takes note of a response: what was read becomes known to later calls of the session. */
    public ResponseObserved observe(StateTable state, ResponseInput input, ToolCall call, Occasion occasion) {
        Payload payload = reader.read(input);
        Detections searched = searches.of(occasion.principal().tenant(), occasion.timeMillis())
                .search(payload);
        return observe(state, payload, searched, input, call, occasion);
    }

    /** As {@link #observe}, and decides whether the agent should get it. */
    public JudgedResponse judge(StateTable state, ResponseInput input, ToolCall call, Occasion occasion) {
        Search search = searches.of(occasion.principal().tenant(), occasion.timeMillis());
        Payload payload = reader.read(input);
        Detections searched = search.search(payload);
        ResponseObserved event = observe(state, payload, searched, input, call, occasion);
        List<ReasonCode> reasons = ResponseDecider.reasons(event);
        Decision decision = ResponseDecider.decision(reasons);
        Object sanitized = decision == Decision.SANITIZE
                ? new Sanitizer(
                                reader,
                                search,
                                redactors.of(occasion.principal().tenant()))
                        .sanitize(input.body(), payload, searched.found(), Set.of())
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
                gaps(payload, searched));
        if (!policySource.of(occasion.principal().tenant()).isEmpty()) {
            new PolicyMemory(state, occasion.principal().sessionKey()).note(event);
        }
        int forgotten = linker.remember(state, event);
        return forgotten == 0
                ? event
                : withGap(event, "the session is full: " + forgotten + " earlier reads forgotten");
    }

    private @Nullable UserRequest request(@Nullable String context, Search search, Fingerprinter fingerprinter) {
        if (context == null || context.isBlank()) {
            return null;
        }
        Payload payload = reader.readText("/context", context);
        return fingerprinter.ofRequest(payload, search.detect(payload));
    }

    private static List<String> gaps(Payload payload, Detections searched) {
        return joined(payload.gaps(), searched.gaps());
    }

    private static List<String> joined(List<String> first, List<String> second) {
        if (second.isEmpty()) {
            return first;
        }
        List<String> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
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
