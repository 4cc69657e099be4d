package io.weir.engine.decide;

import io.weir.engine.approval.Ruling;
import io.weir.engine.policy.Judgement;
import io.weir.engine.policy.PolicyJudge;
import io.weir.engine.settings.ClassWeights;
import io.weir.engine.settings.RiskWeights;
import io.weir.engine.trust.Restraint;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.Finding;
import io.weir.schemas.event.PolicyOutcome;
import io.weir.schemas.event.PolicyShadow;
import io.weir.schemas.event.Signal;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.ReasonCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one place where the order of judgement is written: links first, then data that leaves, then risk, then policies,
 * then people. Pure and safe to share between threads.
 */
public final class Decider {

    /** Version of this judgement; it stands in every decision and changes whenever a decision could. */
    public static final String POLICY_VERSION = "weir-default-9";

    private final ClassWeights weights;
    private final RiskWeights risks;

    /** A decider with the usual weights. */
    public Decider() {
        this(ClassWeights.DEFAULT, RiskWeights.DEFAULT);
    }

    /**
     * A decider.
     *
     * @param weights of findings in the risk score
     * @param risks weights of engines, and bands
     */
    public Decider(ClassWeights weights, RiskWeights risks) {
        this.weights = weights;
        this.risks = risks;
    }

    /** Decides. */
    public DecisionRecord decide(DecisionInput input) {
        Set<ReasonCode> reasons = EnumSet.noneOf(ReasonCode.class);
        Parts parts = new Parts(
                Grounds.byLinks(input, reasons),
                Grounds.byFindings(input, reasons),
                Grounds.byCanaries(input, reasons).strictest(Grounds.byThreats(input, reasons)));
        if (!input.gaps().isEmpty()) {
            reasons.add(ReasonCode.SCAN_INCOMPLETE);
        }
        List<Signal> signals = RiskAssessment.signals(input, weights);
        double judgedRisk = RiskAssessment.score(signals, parts.all(), risks);
        Judgement judgement = new Judgement(parts.all(), judgedRisk, risks.band(judgedRisk), input.links());
        PolicyOutcome policies = input.policies().active(judgement);
        Decision judged = parts.with(policies);
        addPolicyReasons(parts.all(), judged, policies, reasons);
        Decision opined = opined(confirmed(judged, input, reasons), policies, input, reasons);
        Decision restrained = restrained(opined, input, reasons);
        Decision decision = ruled(restrained, input, reasons);
        double risk = RiskAssessment.score(signals, decision, risks);
        return new DecisionRecord(
                decision,
                risk,
                risks.band(risk),
                List.copyOf(reasons),
                input.findings().stream()
                        .map(Finding::dataClass)
                        .distinct()
                        .sorted()
                        .toList(),
                signals,
                input.links(),
                decision == Decision.REQUIRE_APPROVAL ? input.approvalId() : null,
                version(input.policies().version()),
                policies,
                shadow(input.policies(), judgement, parts, policies));
    }

    /** What the judgement says, by what it says it for. */
    private record Parts(Decision links, Decision findings, Decision certain) {

        Decision all() {
            return beside(links, findings.strictest(certain));
        }

        /** Policies tighten always. They loosen what they name, but never what a canary or a feed of threats says. */
        Decision with(@Nullable PolicyOutcome policies) {
            return policies == null
                    ? all()
                    : beside(
                            loosened(links, policies),
                            loosened(findings, policies).strictest(certain).strictest(policies.decision()));
        }

        /** A redacted copy of what was read is still a copy: what waits for a person for its links goes on waiting. */
        private static Decision beside(Decision links, Decision others) {
            Decision strictest = links.strictest(others);
            return links == Decision.REQUIRE_APPROVAL && strictest == Decision.SANITIZE ? links : strictest;
        }

        private static Decision loosened(Decision decision, PolicyOutcome policies) {
            return policies.loosens().contains(decision) ? Decision.ALLOW : decision;
        }
    }

    private static void addPolicyReasons(
            Decision judged, Decision decided, @Nullable PolicyOutcome policies, Set<ReasonCode> reasons) {
        if (policies == null) {
            return;
        }
        if (policies.decision() == decided && decided != Decision.ALLOW) {
            reasons.add(ReasonCode.POLICY_RULE);
        }
        if (decided.compareTo(judged) < 0) {
            reasons.add(ReasonCode.POLICY_PERMITS);
        }
    }

    private static @Nullable PolicyShadow shadow(
            PolicyJudge judge, Judgement judgement, Parts parts, @Nullable PolicyOutcome active) {
        if (!judge.hasCandidate()) {
            return null;
        }
        PolicyOutcome candidate = judge.candidate(judgement);
        Decision would = parts.with(candidate);
        if (would == parts.with(active) && rules(candidate).equals(rules(active))) {
            return null;
        }
        PolicyOutcome none = new PolicyOutcome("", Decision.ALLOW, List.of(), List.of(), 0, null);
        return new PolicyShadow(would, candidate == null ? none : candidate);
    }

    private static List<String> rules(@Nullable PolicyOutcome outcome) {
        return outcome == null
                ? List.of()
                : outcome.matches().stream()
                        .map(match -> match.policyName() + "|" + match.ruleId())
                        .toList();
    }

    private static String version(String policies) {
        return policies.isEmpty() ? POLICY_VERSION : POLICY_VERSION + "+" + policies;
    }

    /** A model is asked about what no rule decides, so that is all that it decides on. */
    private static Decision opined(
            Decision judged, @Nullable PolicyOutcome policies, DecisionInput input, Set<ReasonCode> reasons) {
        if (judged != Decision.ALLOW || policies != null || input.opinion() == Decision.ALLOW) {
            return judged;
        }
        reasons.add(input.opinion() == Decision.DENY ? ReasonCode.JUDGE_DENIES : ReasonCode.JUDGE_ESCALATES);
        return input.opinion();
    }

    /**
     * What holds for all calls of the agent or the session. A redacted copy is no answer to a doubt about the agent.
     */
    private static Decision restrained(Decision judged, DecisionInput input, Set<ReasonCode> reasons) {
        if (judged == Decision.DENY || judged == Decision.REQUIRE_APPROVAL) {
            return judged;
        }
        return switch (input.regard().restraint()) {
            case SESSION_HELD -> held(ReasonCode.SESSION_HELD, reasons);
            case SCRUTINY -> Grounds.goesOutside(input) ? held(ReasonCode.AGENT_SCRUTINY, reasons) : judged;
            case NONE, SUSPENDED -> judged;
        };
    }

    private static Decision held(ReasonCode reason, Set<ReasonCode> reasons) {
        reasons.add(reason);
        return Decision.REQUIRE_APPROVAL;
    }

    /**
     * The bounds of a credential stand above everything. People are asked about held calls only, so what they say is
     * about nothing else.
     */
    private static Decision ruled(Decision judged, DecisionInput input, Set<ReasonCode> reasons) {
        Ruling ruling = input.ruling();
        if (input.regard().restraint() == Restraint.SUSPENDED) {
            reasons.clear();
            reasons.add(ReasonCode.AGENT_SUSPENDED);
            return Decision.DENY;
        }
        if (ruling == Ruling.OUT_OF_BOUNDS) {
            reasons.clear();
            reasons.add(ReasonCode.EPHEMERAL_SCOPE_VIOLATION);
            return Decision.DENY;
        }
        if (judged != Decision.REQUIRE_APPROVAL || ruling == Ruling.NONE) {
            return judged;
        }
        boolean granted = ruling == Ruling.GRANTED;
        reasons.add(granted ? ReasonCode.RECENT_APPROVAL_GRANT : ReasonCode.RECENT_DENIAL);
        return granted ? Decision.ALLOW : Decision.DENY;
    }

    // Nobody can say what else the call carries, so a redacted copy of it must not go out either.
    private static Decision confirmed(Decision judged, DecisionInput input, Set<ReasonCode> reasons) {
        if (!input.unconfirmed()) {
            return judged;
        }
        reasons.add(ReasonCode.READ_UNCONFIRMED);
        return judged == Decision.DENY ? judged : Decision.REQUIRE_APPROVAL;
    }
}
