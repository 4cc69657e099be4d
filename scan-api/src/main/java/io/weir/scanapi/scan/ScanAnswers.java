package io.weir.scanapi.scan;

import io.weir.engine.decide.JudgedCall;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.PolicyMatch;
import io.weir.schemas.event.PolicyOutcome;
import io.weir.schemas.event.ToolCallScanned;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns judged calls into what callers get. */
final class ScanAnswers {

    private ScanAnswers() {}

    /** The answer to a judged call. */
    static ScanAnswer of(JudgedCall judged) {
        ToolCallScanned event = judged.event();
        DecisionRecord outcome = event.outcome();
        PolicyOutcome policies = outcome.policies();
        List<PolicyMatch> matches = policies == null ? List.of() : policies.matches();
        return new ScanAnswer(
                outcome.decision(),
                outcome.riskScore(),
                outcome.riskBand(),
                reasonCodes(outcome, matches),
                event.traceId(),
                event.call().tool(),
                event.call().operation(),
                outcome.dataClasses(),
                outcome.signals(),
                judged.sanitizedBody(),
                outcome.approvalId(),
                matches.isEmpty() ? null : matches.get(0).policyId(),
                matches.isEmpty() ? null : matches.get(0).policyName(),
                event.principal().sessionId(),
                outcome.links(),
                event.gaps(),
                null,
                matches);
    }

    private static List<String> reasonCodes(DecisionRecord outcome, List<PolicyMatch> matches) {
        Set<String> codes = new LinkedHashSet<>();
        outcome.reasonCodes().forEach(code -> codes.add(code.name()));
        for (PolicyMatch match : matches) {
            String own = match.reasonCode();
            if (own != null) {
                codes.add(own);
            }
        }
        return List.copyOf(codes);
    }
}
