package io.weir.scanapi.console;

import io.weir.engine.link.LinkTitle;
import io.weir.schemas.api.EvidenceAnswer;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.Retroactive;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.Decision;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call that carried what was read or obeyed it, as an alert tells it, or as the decision does where there is no
 * alert.
 *
 * @param title one sentence
 * @param traceId decision on the call
 * @param timeMillis event time of the call
 * @param agentId who called
 * @param sink the call
 * @param decision what was decided inline
 * @param links the connections with earlier reads, strongest first
 * @param path the events that led to the call, in order; empty where they are not known
 * @param retroactive why it was judged again after it had gone out, or null
 */
record EvidenceCase(
        String title,
        String traceId,
        long timeMillis,
        String agentId,
        ToolCall sink,
        Decision decision,
        List<Link> links,
        List<Hop> path,
        @Nullable Retroactive retroactive) {

    /** The cases of an incident, the earliest first as the answer has them, those of alerts before others. */
    static List<EvidenceCase> of(EvidenceAnswer evidence) {
        Set<String> told = evidence.alerts().stream().map(AlertRaised::traceId).collect(Collectors.toSet());
        return Stream.concat(
                        evidence.alerts().stream().map(alert -> of(alert, links(alert, evidence.decisions()))),
                        evidence.decisions().stream()
                                .filter(made -> !told.contains(made.traceId())
                                        && !made.outcome().links().isEmpty())
                                .map(EvidenceCase::of))
                .toList();
    }

    /**
     * An alert tells what it was raised for; the decision knows of other reads too, such as the one that named the
     * way out.
     */
    private static List<Link> links(AlertRaised alert, List<DecisionMade> decisions) {
        Set<String> told = alert.links().stream().map(Link::sourceTraceId).collect(Collectors.toSet());
        return Stream.concat(
                        alert.links().stream(),
                        decisions.stream()
                                .filter(made -> made.traceId().equals(alert.traceId()))
                                .flatMap(made -> made.outcome().links().stream())
                                .filter(link -> !told.contains(link.sourceTraceId())))
                .toList();
    }

    private static EvidenceCase of(AlertRaised alert, List<Link> links) {
        return new EvidenceCase(
                alert.title(),
                alert.traceId(),
                alert.timeMillis(),
                alert.principal().agentId(),
                alert.sink(),
                alert.decision(),
                links,
                alert.path(),
                alert.retroactive());
    }

    /** The case of a decision that has links. */
    static EvidenceCase of(DecisionMade made) {
        return new EvidenceCase(
                LinkTitle.of(made.call(), made.outcome().links().get(0)),
                made.traceId(),
                made.timeMillis(),
                made.principal().agentId(),
                made.call(),
                made.outcome().decision(),
                made.outcome().links(),
                List.of(),
                null);
    }
}
