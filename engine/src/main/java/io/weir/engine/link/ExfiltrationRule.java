package io.weir.engine.link;

import io.weir.engine.state.Reducer;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Raises an alert when content of an earlier response stands in a later call of the same session, at tier ALERT or
 * stronger.
 *
 * <p>Links that were found inline and cannot be found again as strong, because the state they came from is gone, count:
 * an alert is never lost to forgetting.
 */
public final class ExfiltrationRule implements Reducer<PlacedEvent, AlertRaised> {

    /** Id of this rule. */
    public static final String RULE = "session-read-write";

    private final SessionLinker linker = new SessionLinker();
    private final LossListener losses;

    /** A rule that nobody counts. */
    public ExfiltrationRule() {
        this(LossListener.NONE);
    }

    /** A rule that tells of what it forgets. */
    public ExfiltrationRule(LossListener losses) {
        this.losses = losses;
    }

    @Override
    public List<AlertRaised> apply(StateTable state, PlacedEvent event) {
        if (event.event() instanceof ResponseObserved response) {
            losses.lost(
                    Loss.SESSION_READS,
                    linker.remember(state, response.principal().sessionKey(), event.read(response)));
            return List.of();
        }
        ToolCallScanned call = (ToolCallScanned) event.event();
        return alerts(call, links(call, Encounter.of(state, event.write(call)), Circumstances.NONE));
    }

    /** All links of a call, those found inline included, the strongest first. */
    List<Link> links(ToolCallScanned call, Encounter encounter, Circumstances circumstances) {
        List<Link> found = linker.links(encounter, circumstances);
        // Who judged inline may not have known yet what people let go.
        Set<String> settled = circumstances.declassifications().isEmpty()
                ? Set.of()
                : found.stream().map(Link::sourceTraceId).collect(Collectors.toSet());
        return merged(
                found,
                call.outcome().links().stream()
                        .filter(link -> !settled.contains(link.sourceTraceId()))
                        .toList());
    }

    /** The alert that the links of a call make, if they do. */
    List<AlertRaised> alerts(ToolCallScanned call, List<Link> links) {
        List<Link> telling =
                links.stream().filter(link -> link.tier().atLeast(Tier.ALERT)).toList();
        return telling.isEmpty() ? List.of() : List.of(Alerts.of(RULE, call, telling));
    }

    private static List<Link> merged(List<Link> found, List<Link> inline) {
        if (found.isEmpty() && inline.isEmpty()) {
            return List.of();
        }
        Map<String, Link> bySource = new LinkedHashMap<>();
        found.forEach(link -> bySource.merge(link.sourceTraceId(), link, ExfiltrationRule::stronger));
        inline.forEach(link -> bySource.merge(link.sourceTraceId(), link, ExfiltrationRule::stronger));
        List<Link> merged = new ArrayList<>(bySource.values());
        merged.sort(Comparator.comparingDouble(Link::score)
                .reversed()
                .thenComparingLong(Link::sourceTimeMillis)
                .thenComparing(Link::sourceTraceId));
        return merged;
    }

    private static Link stronger(Link first, Link second) {
        return second.score() > first.score() ? second : first;
    }
}
