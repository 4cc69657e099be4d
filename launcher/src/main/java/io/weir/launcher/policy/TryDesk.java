package io.weir.launcher.policy;

import io.weir.engine.decide.InlineJudge;
import io.weir.engine.decide.JudgedCall;
import io.weir.engine.decide.Occasion;
import io.weir.engine.decide.RiskSources;
import io.weir.engine.detect.Detector;
import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.PayloadReader;
import io.weir.engine.payload.ResponseInput;
import io.weir.engine.policy.ActivePolicies;
import io.weir.engine.policy.CallFacts;
import io.weir.engine.policy.Content;
import io.weir.engine.policy.Judgement;
import io.weir.engine.policy.PolicySet;
import io.weir.engine.policy.PolicySource;
import io.weir.engine.policy.PolicySubject;
import io.weir.engine.policy.RuleExplanation;
import io.weir.engine.policy.Standing;
import io.weir.engine.policy.memory.PolicyMemory;
import io.weir.engine.settings.EngineSettings;
import io.weir.engine.state.MemoryStateTable;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.ToolCallScanned;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Judges calls as the scan API would, with given policies, ids that count up and a time of its own. For one thread. */
final class TryDesk {

    private static final byte[] KEY = "weir policy, no secret".getBytes(StandardCharsets.US_ASCII);

    private final PolicySet policies;
    private final InlineJudge judge;
    private final InlineJudge plain;
    private final Map<String, StateTable> states = new HashMap<>();
    private int count;

    TryDesk(PolicySet policies) {
        this.policies = policies;
        this.judge = judge(tenant -> new ActivePolicies(policies, null));
        this.plain = judge(PolicySource.NONE);
    }

    private static InlineJudge judge(PolicySource source) {
        return InlineJudge.create(
                EngineSettings.DEFAULT, KEY, (tenant, time) -> Detector.standard(), source, RiskSources.NONE);
    }

    JudgedCall call(Principal principal, long timeMillis, CallInput input) {
        return judge.judge(state(principal), input, occasion(principal, timeMillis));
    }

    void response(Principal principal, long timeMillis, JudgedCall call, ResponseInput input) {
        judge.observe(state(principal), input, call.event().call(), occasion(principal, timeMillis));
    }

    /** The rules that match a call, and those that nearly do, with what the session did so far; nothing is noted. */
    List<RuleExplanation> explain(Principal principal, long timeMillis, CallInput input) {
        ToolCallScanned event = plain.judge(state(principal), input, occasion(principal, timeMillis))
                .event();
        DecisionRecord outcome = event.outcome();
        PolicySubject subject = new PolicySubject(
                principal,
                timeMillis,
                event.call(),
                event.findings(),
                new Content(input, PayloadReader.standard().read(input)),
                new PolicyMemory(state(principal), principal.sessionKey()),
                Standing.NONE);
        return policies.explain(
                new CallFacts(subject, new Judgement(outcome.decision(), outcome.riskScore(), outcome.links())));
    }

    private StateTable state(Principal principal) {
        return states.computeIfAbsent(principal.sessionKey(), key -> new MemoryStateTable());
    }

    private Occasion occasion(Principal principal, long timeMillis) {
        count++;
        return new Occasion(
                id("event"),
                id("trace"),
                null,
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                timeMillis,
                id("approval"),
                principal);
    }

    private String id(String kind) {
        return UUID.nameUUIDFromBytes((kind + count).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
