package io.weir.scanapi.console;

import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.PolicyMatch;
import io.weir.schemas.event.PolicyOutcome;
import io.weir.schemas.event.Principal;
import java.util.ArrayList;
import java.util.List;

/** One decided call with all that explains the decision; never its content. */
public final class CallPage {

    private static final String CONTENT = """
        <h1>%s: %s</h1>
        <dl>
        %s
        </dl>
        %s
        <p>%s</p>\
        """;

    private CallPage() {}

    /** The page. */
    public static String of(Visitor visitor, DecisionMade made) {
        Markup evidence = made.outcome().links().isEmpty()
                ? Markup.of("<p class=\"hint\">Nothing that was read before stands in the call.</p>")
                : EvidenceMarkup.of(EvidenceCase.of(made));
        return Frame.page(
                "Call",
                visitor,
                Markup.of(
                        CONTENT,
                        CallTexts.call(made.call()),
                        Frame.word(made.outcome().decision()),
                        Markup.of(facts(made)),
                        evidence,
                        CallsPage.ofSession(
                                made.principal().sessionId(),
                                made.timeMillis(),
                                made.timeMillis(),
                                "All calls of the session")));
    }

    private static List<Markup> facts(DecisionMade made) {
        Principal principal = made.principal();
        List<Markup> lines = new ArrayList<>();
        lines.add(Frame.line("At", CallTexts.time(made.timeMillis())));
        lines.add(Frame.line("Agent", principal.agentId()));
        lines.add(Frame.line("Session", principal.sessionId() + ", " + principal.environment()));
        lines.add(Frame.line("To", CallTexts.destinations(made.call())));
        lines.add(Frame.line("Size", made.call().bodyBytes() + " bytes"));
        lines.add(Frame.line("Why", Frame.words(made.outcome().reasonCodes())));
        lines.add(Frame.line("Data", Frame.words(made.outcome().dataClasses())));
        lines.add(Frame.line(
                "Risk",
                made.outcome().riskScore() + ", " + Frame.word(made.outcome().riskBand())));
        made.outcome()
                .signals()
                .forEach(signal -> lines.add(
                        Frame.line("Signal", signal.engine() + " " + signal.score() + ": " + signal.details())));
        PolicyOutcome policies = made.outcome().policies();
        if (policies != null) {
            policies.matches().forEach(match -> lines.add(Frame.line("Policy", rule(match))));
        }
        lines.add(Frame.line("Decision", made.traceId()));
        lines.add(Frame.line("Trace", made.traceparent()));
        lines.add(Frame.line("Judged by", made.outcome().policyVersion()));
        return lines;
    }

    private static String rule(PolicyMatch match) {
        return match.policyName() + ", " + match.ruleId() + ": " + Frame.word(match.action()) + "; "
                + String.join("; ", match.because());
    }
}
