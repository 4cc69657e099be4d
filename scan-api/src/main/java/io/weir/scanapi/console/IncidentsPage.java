package io.weir.scanapi.console;

import io.weir.engine.incident.Incident;
import io.weir.schemas.event.IncidentOpening;
import io.weir.schemas.word.IncidentState;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The incidents of a tenant in one state, the latest first. */
public final class IncidentsPage {

    private static final String CONTENT = "<h1>Incidents</h1>\n<nav>%s</nav>\n%s";
    private static final String TABLE = """
        <table>
        <thead><tr><th>What</th><th>Severity</th><th>Opened by</th><th>Agent</th><th>Times</th><th>Last</th></tr></thead>
        <tbody>
        %s
        </tbody>
        </table>\
        """;
    private static final String ROW = """
        <tr><td><a href="/console/incidents/%s">%s</a></td><td><span class="band %s">%s</span></td>\
        <td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\
        """;

    private IncidentsPage() {}

    /** The page. */
    public static String of(Visitor visitor, IncidentState state, List<Incident> incidents) {
        Markup tabs = Markup.of(Arrays.stream(IncidentState.values())
                .map(other -> Markup.of(
                        "<a href=\"/console/incidents?state=%s\" class=\"%s\">%s</a>",
                        Frame.word(other), other == state ? "shown" : "", Frame.title(other)))
                .toList());
        Markup table = incidents.isEmpty()
                ? Markup.of("<p class=\"hint\">No incident is %s.</p>", Frame.word(state))
                : Markup.of(
                        TABLE,
                        Markup.of(incidents.stream().map(IncidentsPage::row).toList()));
        return Frame.living("Incidents", visitor, Markup.of(CONTENT, tabs, table));
    }

    private static Markup row(Incident incident) {
        IncidentOpening opening = incident.opening();
        return Markup.of(
                ROW,
                incident.incidentId(),
                opening.title(),
                Frame.word(incident.severity()),
                Frame.word(incident.severity()),
                Frame.word(opening.trigger()),
                Objects.requireNonNullElse(opening.agentId(), "none"),
                incident.occurrences(),
                CallTexts.time(incident.lastMillis()));
    }
}
