package io.weir.launcher.policy;

import io.weir.engine.decide.JudgedCall;
import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.ResponseInput;
import io.weir.engine.policy.PolicySet;
import io.weir.engine.policy.RuleExplanation;
import io.weir.schemas.event.PolicyMatch;
import io.weir.schemas.event.PolicyOutcome;
import io.weir.schemas.event.Principal;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.SessionProvenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs the tests of policies, each in a session of its own. */
final class CaseRun {

    private static final long START_MILLIS = 1_795_219_200_000L;
    private static final long STEP_MILLIS = 1_000;
    private static final int BODY_BYTES = 100;

    private CaseRun() {}

    /** What is wrong with a test's outcome, a line each; none where it is as expected. */
    static List<String> run(PolicySet policies, PolicyCases.Case one) {
        TryDesk desk = new TryDesk(policies);
        Principal principal = new Principal(
                "test", one.environment(), one.agent(), null, null, one.name(), SessionProvenance.EXPLICIT, null);
        long time = START_MILLIS;
        for (PolicyCases.Step step : one.before()) {
            time += STEP_MILLIS;
            JudgedCall call = desk.call(principal, time, input(step));
            if (step.hasResponse()) {
                time += STEP_MILLIS;
                desk.response(principal, time, call, new ResponseInput(step.response(), BODY_BYTES, 200));
            }
        }
        time += STEP_MILLIS;
        List<RuleExplanation> explained = desk.explain(principal, time, input(one.call()));
        return compare(one, desk.call(principal, time, input(one.call())), explained);
    }

    private static List<String> compare(PolicyCases.Case one, JudgedCall call, List<RuleExplanation> explained) {
        List<String> wrong = new ArrayList<>();
        Decision decision = call.event().outcome().decision();
        if (decision != one.decision()) {
            wrong.add("expected " + one.decision() + ", was " + decision);
        }
        PolicyOutcome outcome = call.event().outcome().policies();
        List<String> matched = outcome == null
                ? List.of()
                : outcome.matches().stream().map(PolicyMatch::ruleId).toList();
        List<String> expected = one.rules();
        if (expected != null && !matched.containsAll(expected)) {
            wrong.add("expected rules " + expected + ", matched " + matched);
        }
        if (!wrong.isEmpty()) {
            explained.stream().map(CaseRun::line).forEach(wrong::add);
        }
        return wrong;
    }

    private static String line(RuleExplanation explanation) {
        return String.format(
                Locale.ROOT,
                "%s %s/%s: %s",
                explanation.matched() ? "matched" : "nearly matched",
                explanation.policy(),
                explanation.rule(),
                String.join("; ", explanation.matched() ? explanation.held() : explanation.failed()));
    }

    private static CallInput input(PolicyCases.Step step) {
        return new CallInput(step.method(), step.url(), step.headers(), step.body(), BODY_BYTES, step.context());
    }
}
