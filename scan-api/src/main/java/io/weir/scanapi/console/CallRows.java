package io.weir.scanapi.console;

import io.weir.schemas.event.DecisionMade;
import java.util.List;

/** Decided calls, a row each. */
final class CallRows {

    private static final String TABLE = """
        <table>
        <thead><tr><th>At</th><th>Agent</th><th>Call</th><th>To</th><th>Decision</th><th>Why</th><th>Data</th>\
        <th>Reads</th><th>Risk</th></tr></thead>
        <tbody>
        %s
        </tbody>
        </table>\
        """;
    private static final String ROW = """
        <tr><td class="time"><a href="/console/calls/%s?at=%s">%s</a></td><td>%s</td><td>%s</td><td>%s</td><td>%s</td>\
        <td>%s</td><td>%s</td><td>%s</td><td><span class="band %s">%s</span></td></tr>\
        """;

    private CallRows() {}

    /** The table. */
    static Markup of(List<DecisionMade> decisions) {
        return Markup.of(TABLE, Markup.of(decisions.stream().map(CallRows::row).toList()));
    }

    private static Markup row(DecisionMade made) {
        return Markup.of(
                ROW,
                Frame.query(made.traceId()),
                made.timeMillis(),
                CallTexts.time(made.timeMillis()),
                made.principal().agentId(),
                CallTexts.call(made.call()),
                CallTexts.destinations(made.call()),
                Frame.word(made.outcome().decision()),
                Frame.words(made.outcome().reasonCodes()),
                Frame.words(made.outcome().dataClasses()),
                made.outcome().links().size(),
                Frame.word(made.outcome().riskBand()),
                made.outcome().riskScore());
    }
}
