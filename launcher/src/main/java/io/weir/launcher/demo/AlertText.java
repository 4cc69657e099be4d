package io.weir.launcher.demo;

import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.Match;
import io.weir.schemas.event.Span;
import io.weir.schemas.word.DataClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An alert with its evidence, for people. Everything that it prints stands in the alert's record. */
final class AlertText {

    private static final int MATCHES_MAX = 5;

    private final Map<String, Played> calls;

    /**
     * A text that speaks of these calls.
     *
     * @param calls by trace id
     */
    AlertText(Map<String, Played> calls) {
        this.calls = calls;
    }

    /** The lines of an alert. */
    List<String> lines(AlertRaised alert) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + alert.severity() + "  " + headline(alert));
        field(lines, "sink", words(alert.traceId()), "trace " + alert.traceId(), "to " + destinations(alert));
        alert.links().forEach(link -> addLink(lines, link));
        field(lines, "tier", alert.tier() + ", score " + String.format(Locale.ROOT, "%.2f", alert.score()));
        return lines;
    }

    private String headline(AlertRaised alert) {
        String sources = alert.links().stream()
                .map(link -> number(link.sourceTraceId()))
                .distinct()
                .collect(Collectors.joining(" and "));
        return capitalized(number(alert.traceId())) + " carries what " + sources + " had read. Decided inline: "
                + alert.decision() + ".";
    }

    private void addLink(List<String> lines, Link link) {
        field(
                lines,
                "source",
                words(link.sourceTraceId()) + ", tool " + link.sourceTool(),
                "trace " + link.sourceTraceId(),
                "holds " + classes(link.dataClasses()));
        field(lines, "matched", matched(link));
        link.matches().stream().limit(MATCHES_MAX).forEach(match -> field(lines, "", words(match)));
        int omitted = link.matches().size() - MATCHES_MAX + link.matchesOmitted();
        if (omitted > 0) {
            field(lines, "", "and " + omitted + " more");
        }
        field(lines, "why", link.reasons().toArray(String[]::new));
    }

    private static String matched(Link link) {
        return String.format(
                Locale.ROOT,
                "%d characters: %.0f %% of the call, %.0f %% of the source",
                link.matchedLength(),
                100 * link.sinkContainment(),
                100 * link.sourceContainment());
    }

    private static String[] words(Match match) {
        String kind = match.valueKind() == null ? "text" : lowerCase(match.valueKind());
        String places =
                String.format(Locale.ROOT, "  %-12s %s <- %s", kind, words(match.sink()), words(match.source()));
        return match.excerpt() == null
                ? new String[] {places}
                : new String[] {places, "  " + " ".repeat(12) + " " + match.excerpt()};
    }

    private static String words(Span span) {
        return span.address() + " " + span.start() + "-" + span.end();
    }

    private static String destinations(AlertRaised alert) {
        return alert.sink().destinations().stream()
                .map(destination -> destination.label() + " (" + lowerCase(destination.audience()) + ")")
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String classes(List<DataClass> classes) {
        return classes.isEmpty()
                ? "no data that a detector knows"
                : classes.stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    private String number(String traceId) {
        Played call = calls.get(traceId);
        return call == null ? "an earlier call" : "call " + call.number();
    }

    private String words(String traceId) {
        Played call = calls.get(traceId);
        return call == null ? "an earlier call" : call.step().words();
    }

    private static void field(List<String> lines, String name, String... values) {
        String label = name;
        for (String value : values) {
            lines.add(String.format(Locale.ROOT, "    %-9s %s", label, value));
            label = "";
        }
    }

    private static String lowerCase(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
