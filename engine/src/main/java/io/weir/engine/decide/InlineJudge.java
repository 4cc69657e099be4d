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
import io.weir.engine.link.DeclaredTransfers;
import io.weir.engine.link.Elsewhere;
import io.weir.engine.link.Recall;
import io.weir.engine.link.SessionLinker;
import io.weir.engine.link.Write;
import io.weir.engine.opinion.Brief;
import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.EdgeHeaders;
import io.weir.engine.payload.Payload;
import io.weir.engine.payload.PayloadReader;
import io.weir.engine.payload.ResponseInput;
import io.weir.engine.policy.ActivePolicies;
import io.weir.engine.policy.Content;
import io.weir.engine.policy.PolicyJudge;
import io.weir.engine.policy.PolicySource;
import io.weir.engine.policy.PolicySubject;
import io.weir.engine.policy.Standing;
import io.weir.engine.policy.memory.PolicyMemory;
import io.weir.engine.redact.Redactors;
import io.weir.engine.settings.EngineSettings;
import io.weir.engine.state.StateTable;
import io.weir.engine.threat.ThreatHit;
import io.weir.engine.threat.ThreatTable;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.Finding;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.event.UserRequest;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.Verb;
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

    private final PayloadReader reader = PayloadReader.standard();
    private final SearchSource searches;
    private final SessionLinker linker = new SessionLinker();
    private final Decider decider;
    private final CallReader callReader;
    private final FingerprintKeys keys;
    private final Redaction redaction;
    private final ResponseJudge responses;
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
        this.redaction = new Redaction(reader, new Redactors(settings.redaction(), masterKey));
        this.responses = new ResponseJudge(reader, searches, keys, linker, redaction, policySource);
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
        return redaction.sanitize(
                tenant, search, value, payload, search.search(payload).found(), Set.of());
    }

    private JudgedCall judge(
            StateTable state, CallInput input, Occasion occasion, Recall recall, CallBounds bounds, boolean notes) {
        String tenant = occasion.principal().tenant();
        Fingerprinter fingerprinter = keys.of(tenant);
        Search search = searches.of(tenant, occasion.timeMillis());
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
        List<Link> links = DeclaredTransfers.beside(
                linker.links(state, write, occasion.timeMillis(), elsewhere),
                state,
                write,
                reading.transfers(),
                occasion.timeMillis());
        List<String> gaps = Gaps.joined(Gaps.of(payload, searched), elsewhere.unconfirmed());
        ActivePolicies policies = policySource.of(tenant);
        PolicyMemory memory = new PolicyMemory(state, occasion.principal().sessionKey());
        ThreatTable threats = risks.threats(tenant);
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
                        risks.budgetsExceeded(occasion.principal(), occasion.timeMillis()),
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
        return new JudgedCall(
                event,
                outcome.decision() == Decision.SANITIZE
                        ? redaction.sanitize(
                                tenant,
                                search,
                                input.body(),
                                payload,
                                PolicyFields.beside(detections, payload, policies, outcome.policies()),
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

    /** Takes note of a response: what was read becomes known to later calls of the session. */
    public ResponseObserved observe(StateTable state, ResponseInput input, ToolCall call, Occasion occasion) {
        return responses.observe(state, input, call, occasion);
    }

    /** As {@link #observe}, and decides whether the agent should get it. */
    public JudgedResponse judge(StateTable state, ResponseInput input, ToolCall call, Occasion occasion) {
        return responses.judge(state, input, call, occasion);
    }

    private @Nullable UserRequest request(@Nullable String context, Search search, Fingerprinter fingerprinter) {
        if (context == null || context.isBlank()) {
            return null;
        }
        Payload payload = reader.readText("/context", context);
        return fingerprinter.ofRequest(payload, search.detect(payload));
    }
}
