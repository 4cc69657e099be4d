package io.weir.engine.pattern;

import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Finding;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.Severity;
import io.weir.schemas.word.Tier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes alerts of patterns. */
final class PatternAlert {

    private static final String RULE_VERSION = "1";
    private static final double SIGNAL_SCORE = 0.5;

    /** Events that are named of one pattern: the first and the last of them. */
    private static final int HOPS_MAX = 32;

    private PatternAlert() {}

    static AlertRaised of(Pattern pattern, SessionEvent event, List<Mark> marks, @Nullable AlertRaised content) {
        Tier tier = content == null ? Tier.SIGNAL : content.tier();
        List<Link> links = content == null ? List.of() : content.links();
        List<DataClass> classes = content == null ? classes(event) : content.dataClasses();
        return new AlertRaised(
                id(pattern, event),
                "pattern-" + pattern.id(),
                RULE_VERSION,
                title(pattern, marks),
                event.traceId(),
                event.traceparent(),
                event.timeMillis(),
                event.principal(),
                event.call(),
                event instanceof ToolCallScanned call ? call.outcome().decision() : Decision.ALLOW,
                tier,
                content == null ? Severity.LOW : content.severity(),
                content == null ? SIGNAL_SCORE : content.score(),
                classes,
                links,
                path(pattern, event, marks),
                null);
    }

    private static String id(Pattern pattern, SessionEvent event) {
        String name = "weir-alert|" + event.principal().tenant() + "|pattern-" + pattern.id() + "|" + event.eventId();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String title(Pattern pattern, List<Mark> marks) {
        long millis = marks.get(marks.size() - 1).timeMillis() - marks.get(0).timeMillis();
        String says = pattern.says();
        return Character.toUpperCase(says.charAt(0)) + says.substring(1) + ": " + marks.size() + " events within "
                + words(Duration.ofMillis(millis));
    }

    private static String words(Duration duration) {
        if (duration.toHours() >= 1) {
            return duration.toHours() + " hours " + duration.toMinutesPart() + " minutes";
        }
        return duration.toMinutes() >= 1
                ? duration.toMinutes() + " minutes " + duration.toSecondsPart() + " seconds"
                : duration.toSeconds() + " seconds";
    }

    private static List<Hop> path(Pattern pattern, SessionEvent event, List<Mark> marks) {
        List<Hop> hops = new ArrayList<>();
        for (Mark mark : marks) {
            Hop hop = mark.hop(
                    event.principal().agentId(),
                    "step " + (mark.step() + 1) + " of " + pattern.steps().size());
            // One response may hold several of what is counted.
            if (hops.isEmpty() || !hops.get(hops.size() - 1).equals(hop)) {
                hops.add(hop);
            }
        }
        if (hops.size() > HOPS_MAX) {
            hops.subList(HOPS_MAX / 2, hops.size() - HOPS_MAX / 2).clear();
        }
        return hops;
    }

    private static List<DataClass> classes(SessionEvent event) {
        return event instanceof ToolCallScanned call
                ? call.findings().stream()
                        .map(Finding::dataClass)
                        .distinct()
                        .sorted()
                        .toList()
                : List.of();
    }
}
