package io.weir.launcher.incident;

import io.weir.schemas.api.EvidenceAnswer;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.Match;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.Span;
import io.weir.schemas.event.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Evidence as people read it: each call that carried what was read, its path, and both sides. */
final class EvidenceTexts {

    private final List<String> lines = new ArrayList<>();

    private EvidenceTexts() {}

    /** All of it. */
    static String of(EvidenceAnswer evidence) {
        EvidenceTexts texts = new EvidenceTexts();
        evidence.alerts().forEach(texts::alert);
        evidence.decisions().forEach(texts::decision);
        if (!evidence.missing().isEmpty()) {
            texts.line(0, "not found", String.join(", ", evidence.missing()));
        }
        return texts.lines.isEmpty()
                ? "The incident rests on no alert and no decision."
                : String.join(System.lineSeparator(), texts.lines);
    }

    private void alert(AlertRaised alert) {
        line(0, "alert", alert.title());
        line(2, "call", call(alert.sink()) + " at " + IncidentTexts.time(alert.timeMillis()));
        line(2, "decided", alert.decision() + "; " + alert.tier() + ", " + alert.severity());
        if (alert.retroactive() != null) {
            line(2, "afterwards", String.valueOf(alert.retroactive().cause()));
        }
        alert.path().forEach(hop -> line(2, "path", hop(hop)));
        alert.links().forEach(this::link);
    }

    private void decision(DecisionMade made) {
        line(0, "decision", made.traceId() + " at " + IncidentTexts.time(made.timeMillis()));
        line(2, "call", call(made.call()));
        line(2, "decided", made.outcome().decision() + " " + made.outcome().reasonCodes());
    }

    private void link(Link link) {
        line(
                2,
                "source",
                link.sourceTool() + " at " + IncidentTexts.time(link.sourceTimeMillis()) + ", holds "
                        + link.dataClasses());
        line(
                4,
                "matched",
                link.matchedLength() + " characters: " + share(link.sinkContainment()) + " of the call, "
                        + share(link.sourceContainment()) + " of the source");
        link.matches().forEach(match -> line(4, "piece", piece(match)));
        link.reasons().forEach(reason -> line(4, "why", reason));
    }

    private static String piece(Match match) {
        String kind = match.valueKind() == null ? "text" : match.valueKind().name();
        String masked = match.excerpt() == null ? "" : ": " + match.excerpt();
        return kind + " " + span(match.sink()) + " <- " + span(match.source()) + masked;
    }

    private static String span(Span span) {
        return span.address() + " " + span.start() + "-" + span.end();
    }

    private static String hop(Hop hop) {
        String agent = hop.agentId() == null ? "" : ", agent " + hop.agentId();
        return hop.kind() + " " + hop.tool() + " at " + IncidentTexts.time(hop.timeMillis()) + agent + ", " + hop.says()
                + place(hop.place());
    }

    private static String place(@Nullable RecordPlace place) {
        return place == null ? "" : " (" + place.topic() + " " + place.partition() + ":" + place.offset() + ")";
    }

    private static String call(ToolCall call) {
        return call.tool() + " to "
                + call.destinations().stream().map(Destination::label).collect(Collectors.joining(", "));
    }

    private static String share(double part) {
        return String.format(Locale.ROOT, "%.0f %%", part * 100);
    }

    private void line(int indent, String name, String text) {
        lines.add(" ".repeat(indent) + String.format(Locale.ROOT, "%-10s %s", name, text));
    }
}
