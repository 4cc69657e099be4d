package io.weir.scanapi.console;

import io.weir.engine.approval.Approval;
import io.weir.schemas.event.ApprovalRequest;
import java.util.List;

/** One held call with all that those see who decide: what, who, where to and why, never its content. */
public final class HeldCallPage {

    private static final String CONTENT = """
        <h1>%s</h1>
        <dl>
        %s
        </dl>
        %s
        <p><a href="/console">To the queue</a></p>\
        """;

    private HeldCallPage() {}

    /** The page. */
    public static String of(Visitor visitor, Approval approval, long timeMillis) {
        ApprovalRequest request = approval.request();
        Markup lines = Markup.of(List.of(
                line("Status", Frame.word(approval.stateAt(timeMillis)) + ", " + outcome(approval, timeMillis)),
                line("Held at", HeldCallTexts.time(approval.requestedMillis())),
                line("Agent", agent(request)),
                line("Session", request.sessionId() + ", " + request.environment()),
                line(
                        "Call",
                        request.call().method() + ", "
                                + Frame.word(request.call().verb())),
                line("Size", request.call().bodyBytes() + " bytes"),
                line("To", HeldCallTexts.destinations(request)),
                line("Why", Frame.words(request.reasonCodes())),
                line("Data", Frame.words(request.dataClasses())),
                line("Earlier reads", String.valueOf(request.links())),
                line("Risk", request.riskScore() + ", " + Frame.word(request.riskBand())),
                line("People needed", String.valueOf(request.peopleNeeded())),
                line("Decision", request.traceId()),
                Markup.of(approval.notes().stream()
                        .map(note -> line(
                                "Note",
                                HeldCallTexts.time(note.timeMillis()) + " " + note.author() + ": " + note.text()))
                        .toList())));
        return Frame.page(
                "Held call",
                visitor,
                Markup.of(CONTENT, HeldCallTexts.call(request), lines, StepForms.whole(visitor, approval, timeMillis)));
    }

    private static String outcome(Approval approval, long timeMillis) {
        return HeldCallTexts.outcome(approval, timeMillis);
    }

    private static String agent(ApprovalRequest request) {
        String name = request.agentName();
        return name == null ? request.agentId() : request.agentId() + " (" + name + ")";
    }

    private static Markup line(String name, String text) {
        return Markup.of("<dt>%s</dt><dd>%s</dd>", name, text);
    }
}
