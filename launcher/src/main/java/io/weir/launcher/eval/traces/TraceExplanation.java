package io.weir.launcher.eval.traces;

import io.weir.launcher.trace.TraceEvent;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.Match;
import io.weir.schemas.event.ToolCallScanned;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Why each call of one trace was judged as it was, for people. It shows masked excerpts only, as evidence does. */
final class TraceExplanation {

    private static final int MATCHES_MAX = 4;

    private final StringBuilder text = new StringBuilder();
    private final List<String> carriers;

    TraceExplanation(TraceLabel label) {
        this.carriers = Objects.requireNonNullElse(label.exfilCallIds(), List.of());
        text.append(String.format(
                Locale.ROOT,
                "%s: %s of %s; calls that carried content out: %s%n",
                label.traceId(),
                label.group(),
                label.source(),
                carriers.isEmpty() ? "none" : String.join(", ", carriers)));
    }

    void add(TraceEvent event, ToolCallScanned judged) {
        text.append(String.format(
                Locale.ROOT,
                "%n%s%s %s (%s) to %s: %s, risk %.2f%n",
                carriers.contains(event.callId()) ? "* " : "  ",
                event.callId(),
                judged.call().tool(),
                judged.call().verb(),
                judged.call().destinations().stream()
                        .map(TraceExplanation::destination)
                        .collect(Collectors.joining(", ")),
                judged.outcome().decision(),
                judged.outcome().riskScore()));
        judged.outcome().links().forEach(this::link);
    }

    /** The explanation so far. */
    String text() {
        return text.toString();
    }

    private void link(Link link) {
        text.append(
                String.format(Locale.ROOT, "    %-6s %.3f  from %s%n", link.tier(), link.score(), link.sourceTool()));
        link.reasons()
                .forEach(reason -> text.append("           ").append(reason).append('\n'));
        link.matches().stream().limit(MATCHES_MAX).forEach(match -> text.append(match(match)));
        int more = link.matches().size() + link.matchesOmitted() - MATCHES_MAX;
        if (more > 0) {
            text.append("           and ").append(more).append(" more matches\n");
        }
    }

    private static String match(Match match) {
        return String.format(
                Locale.ROOT,
                "           %s %s[%d,%d) = %s[%d,%d)  %s%n",
                match.valueKind() == null ? "TEXT" : match.valueKind(),
                match.source().address(),
                match.source().start(),
                match.source().end(),
                match.sink().address(),
                match.sink().start(),
                match.sink().end(),
                Objects.requireNonNullElse(match.excerpt(), ""));
    }

    private static String destination(Destination destination) {
        return destination.label() + " (" + destination.kind() + ", " + destination.audience() + ")";
    }
}
