package io.weir.engine.decide;

import io.weir.engine.approval.Ruling;
import io.weir.engine.canary.CanarySearches;
import io.weir.engine.destination.CallReader;
import io.weir.engine.detect.Detector;
import io.weir.engine.detect.Search;
import io.weir.engine.detect.SearchSource;
import io.weir.engine.fingerprint.FingerprintKeys;
import io.weir.engine.link.Recall;
import io.weir.engine.link.SessionLinker;
import io.weir.engine.opinion.Brief;
import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.Payload;
import io.weir.engine.payload.PayloadReader;
import io.weir.engine.payload.ResponseInput;
import io.weir.engine.policy.ActivePolicies;
import io.weir.engine.policy.PolicyJudge;
import io.weir.engine.policy.PolicySource;
import io.weir.engine.policy.PolicySubject;
import io.weir.engine.policy.memory.PolicyMemory;
import io.weir.engine.redact.Redactors;
import io.weir.engine.settings.EngineSettings;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.Verb;
import java.util.List;
import java.util.Objects;
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
    private final CallSearcher searcher;
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
        this.searcher = new CallSearcher(reader, new CallReader(settings));
        this.keys = new FingerprintKeys(masterKey);
        this.redaction = new Redaction(reader, new Redactors(settings.redaction(), masterKey));
        this.responses = new ResponseJudge(reader, searches, keys, linker, redaction, policySource);
    }

    /**
     * A judge with these settings.
     *
     * @param masterKey secret that the tenants' keys of fingerprints and of redaction are derived from, at least 16
     *     bytes
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
        return create(settings, masterKey, searches, PolicySource.NONE, RiskSources.NONE);
    }

    /**
     * A judge with these settings, rules and policies.
     *
     * @param policies asked once for each call
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
     * What a language model should be told of a call that no rule decides and that carries something outside; null for
     * any other. The state is read only, and nothing is recorded.
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
        Search search = searches.of(tenant, occasion.timeMillis());
        SearchedCall call = searcher.search(input, search, keys.of(tenant));
        CallLinks links = CallLinks.of(linker, state, call, occasion, recall);
        List<String> gaps = Gaps.joined(
                Gaps.of(call.payload(), call.searched()), links.elsewhere().unconfirmed());
        CallRisk risk = CallRisk.of(risks, call, occasion);
        ActivePolicies policies = policySource.of(tenant);
        PolicyMemory memory = new PolicyMemory(state, occasion.principal().sessionKey());
        PolicySubject subject = new PolicySubject(
                occasion.principal(),
                occasion.timeMillis(),
                call.call(),
                call.findings(),
                call.content(),
                memory,
                risk.standing());
        DecisionRecord outcome = decider.decide(new DecisionInput(
                call.call(),
                call.findings(),
                call.destinationAddresses(),
                links.found(),
                call.request() != null,
                gaps,
                links.elsewhere().holds(),
                occasion.approvalId(),
                bounds.violations(call.call()).isEmpty() ? occasion.ruling() : Ruling.OUT_OF_BOUNDS,
                PolicyJudge.of(policies, subject),
                occasion.regard(),
                occasion.opinion().decision(),
                risk.signals()));
        ToolCallScanned event = call.event(occasion, gaps, outcome);
        if (notes && !policies.isEmpty()) {
            memory.note(event, subject.toolName(), subject.server());
        }
        return new JudgedCall(
                event, outcome.decision() == Decision.SANITIZE ? sanitized(event, call, search, policies) : null);
    }

    private @Nullable Object sanitized(
            ToolCallScanned event, SearchedCall call, Search search, ActivePolicies policies) {
        return redaction.sanitize(
                event.principal().tenant(),
                search,
                call.input().body(),
                call.payload(),
                PolicyFields.beside(
                        call.searched().found(),
                        call.payload(),
                        policies,
                        event.outcome().policies()),
                call.destinationAddresses());
    }

    /**
     * Takes note of a call that was decided before the state began, as policies remember it.
     */
    public void restore(StateTable state, DecisionMade made) {
        if (!policySource.of(made.principal().tenant()).isEmpty()) {
            new PolicyMemory(state, made.principal().sessionKey())
                    .note(
                            made,
                            made.call().tool(),
                            Objects.requireNonNullElse(made.call().server(), ""));
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
}
