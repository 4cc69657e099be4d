package io.weir.scanapi.console;

import io.weir.engine.incident.Incident;
import io.weir.schemas.api.EvidenceAnswer;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.IncidentEvent;
import io.weir.schemas.event.IncidentOpening;
import io.weir.schemas.event.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One incident: what it is, what it rests on, what was done, and what can be. */
public final class IncidentPage {

    private static final String CONTENT = """
        <h1>%s</h1>
        <dl>
        %s
        </dl>
        %s
        %s
        %s
        <h2>What was done</h2>
        <dl>
        %s
        </dl>
        %s
        <p><a href="/console/incidents">To the incidents</a></p>\
        """;
    private static final String MISSING =
            "<p class=\"hint\">Not found, since it is kept no longer or lies beyond what is looked through: %s</p>";

    private IncidentPage() {}

    /** The page. */
    public static String of(Visitor visitor, Incident incident, EvidenceAnswer evidence) {
        return Frame.page(
                "Incident",
                visitor,
                Markup.of(
                        CONTENT,
                        incident.opening().title(),
                        Markup.of(facts(incident)),
                        Markup.of(EvidenceCase.of(evidence).stream()
                                .map(EvidenceMarkup::of)
                                .toList()),
                        decisions(evidence.decisions()),
                        missing(evidence.missing()),
                        Markup.of(incident.history().stream()
                                .map(IncidentPage::entry)
                                .toList()),
                        IncidentForms.of(visitor, incident)));
    }

    private static List<Markup> facts(Incident incident) {
        IncidentOpening opening = incident.opening();
        String resolution = incident.resolution() == null ? "" : ", " + Frame.word(incident.resolution());
        List<Markup> lines = new ArrayList<>();
        lines.add(Frame.line("State", Frame.word(incident.state()) + resolution));
        lines.add(Frame.line("Severity", Frame.word(incident.severity())));
        lines.add(Frame.line("Opened by", Frame.word(opening.trigger())));
        if (!opening.escalateTo().isEmpty()) {
            lines.add(Frame.line("Escalated to", Frame.texts(opening.escalateTo())));
        }
        if (!opening.tags().isEmpty()) {
            lines.add(Frame.line("Tags", Frame.texts(opening.tags())));
        }
        if (incident.ticket() != null) {
            lines.add(Frame.line("Ticket", ticket(incident.ticket())));
        }
        lines.add(Frame.line("Agent", known(opening.agentId())));
        lines.add(Frame.line("Session", session(incident)));
        lines.add(Frame.line(
                "Seen",
                incident.occurrences() + " times, from " + CallTexts.time(incident.openedMillis()) + " to "
                        + CallTexts.time(incident.lastMillis())));
        return lines;
    }

    /** Its address is one of http or https, which was looked at when it came. */
    private static Markup ticket(Ticket ticket) {
        return ticket.url() == null
                ? Markup.of("%s", ticket.id())
                : Markup.of("<a href=\"%s\" rel=\"noreferrer\">%s</a>", ticket.url(), ticket.id());
    }

    /** With the way to all that the session did around that time. */
    private static Markup session(Incident incident) {
        String session = incident.opening().sessionId();
        Markup place =
                Markup.of("%s, %s", known(session), known(incident.opening().environment()));
        return session == null
                ? place
                : Markup.of(
                        "%s (%s)",
                        place,
                        CallsPage.ofSession(session, incident.openedMillis(), incident.lastMillis(), "all its calls"));
    }

    private static Markup decisions(List<DecisionMade> decisions) {
        return decisions.isEmpty() ? Markup.NOTHING : Markup.of("<h2>Decisions</h2>%s", CallRows.of(decisions));
    }

    private static Markup missing(List<String> missing) {
        return missing.isEmpty() ? Markup.NOTHING : Markup.of(MISSING, String.join(", ", missing));
    }

    private static Markup entry(IncidentEvent event) {
        String action = event.action() == null ? "" : " " + Frame.word(event.action());
        String note = event.note() == null ? "" : ": " + event.note();
        return Frame.line(
                CallTexts.time(event.timeMillis()), event.author() + " " + Frame.word(event.step()) + action + note);
    }

    private static String known(@Nullable String text) {
        return Objects.requireNonNullElse(text, "none");
    }
}
