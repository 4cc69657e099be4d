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
                Frame.line("Status", Frame.word(approval.stateAt(timeMillis)) + ", " + outcome(approval, timeMillis)),
                Frame.line("Held at", CallTexts.time(approval.requestedMillis())),
                Frame.line("Agent", agent(request)),
                Frame.line("Session", request.sessionId() + ", " + request.environment()),
                Frame.line(
                        "Call",
                        request.call().method() + ", "
                                + Frame.word(request.call().verb())),
                Frame.line("Size", request.call().bodyBytes() + " bytes"),
                Frame.line("To", CallTexts.destinations(request.call())),
                Frame.line("Why", Frame.words(request.reasonCodes())),
                Frame.line("Escalated to", Frame.texts(request.escalateTo())),
                Frame.line("Tags", Frame.texts(request.tags())),
                Frame.line("Data", Frame.words(request.dataClasses())),
                Frame.line("Earlier reads", String.valueOf(request.links())),
                Frame.line("Risk", request.riskScore() + ", " + Frame.word(request.riskBand())),
                Frame.line("People needed", String.valueOf(request.peopleNeeded())),
                Frame.line("Decision", request.traceId()),
                Markup.of(approval.notes().stream()
                        .map(note -> Frame.line(
                                "Note", CallTexts.time(note.timeMillis()) + " " + note.author() + ": " + note.text()))
                        .toList())));
        return Frame.page(
                "Held call",
                visitor,
                Markup.of(
                        CONTENT,
                        CallTexts.call(request.call()),
                        lines,
                        StepForms.whole(visitor, approval, timeMillis)));
    }

    private static String outcome(Approval approval, long timeMillis) {
        return CallTexts.outcome(approval, timeMillis);
    }

    private static String agent(ApprovalRequest request) {
        String name = request.agentName();
        return name == null ? request.agentId() : request.agentId() + " (" + name + ")";
    }
}
