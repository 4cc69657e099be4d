package io.weir.scanapi.console;

import io.weir.engine.approval.Approval;
import io.weir.schemas.event.ApprovalRequest;
import java.util.Arrays;
import java.util.List;

/** The queue of held calls. */
public final class QueuePage {

    private static final String CONTENT = "<h1>Held calls</h1>\n<nav>%s</nav>\n%s";
    private static final String TABLE = """
        <table>
        <thead><tr><th>Call</th><th>Agent</th><th>To</th><th>Why</th><th>Data</th><th>Risk</th><th>%s</th><th></th></tr></thead>
        <tbody>
        %s
        </tbody>
        </table>\
        """;
    private static final String ROW = """
        <tr><td><a href="/console/approvals/%s">%s</a></td><td>%s</td><td>%s</td><td>%s</td><td>%s</td>\
        <td><span class="band %s">%s</span></td><td>%s</td><td class="steps">%s</td></tr>\
        """;

    private QueuePage() {}

    /** The page with the calls of a tab. */
    public static String of(Visitor visitor, Tab tab, List<Approval> approvals, long timeMillis) {
        Markup tabs = Markup.of(
                Arrays.stream(Tab.values()).map(other -> link(other, tab)).toList());
        Markup rows = Markup.of(approvals.stream()
                .map(approval -> row(visitor, approval, timeMillis))
                .toList());
        Markup table = approvals.isEmpty()
                ? Markup.of("<p class=\"hint\">%s</p>", tab.empty())
                : Markup.of(TABLE, tab == Tab.RECENT ? "Outcome" : "Time left", rows);
        return Frame.living("Held calls", visitor, Markup.of(CONTENT, tabs, table));
    }

    private static Markup link(Tab tab, Tab shown) {
        return Markup.of(
                "<a href=\"/console?tab=%s\" class=\"%s\">%s</a>",
                tab.word(), tab == shown ? "shown" : "", tab.title());
    }

    private static String escalated(ApprovalRequest request) {
        return request.escalateTo().isEmpty() ? "" : "; escalated to " + String.join(", ", request.escalateTo());
    }

    private static Markup row(Visitor visitor, Approval approval, long timeMillis) {
        ApprovalRequest request = approval.request();
        return Markup.of(
                ROW,
                approval.approvalId(),
                CallTexts.call(request.call()),
                request.agentId(),
                CallTexts.destinations(request.call()),
                Frame.words(request.reasonCodes()) + escalated(request),
                Frame.words(request.dataClasses()),
                Frame.word(request.riskBand()),
                Frame.word(request.riskBand()),
                CallTexts.outcome(approval, timeMillis),
                StepForms.quick(visitor, approval, timeMillis));
    }
}
