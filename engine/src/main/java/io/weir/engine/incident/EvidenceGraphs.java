package io.weir.engine.incident;

import io.weir.schemas.api.EvidenceGraph;
import io.weir.schemas.api.EvidenceGraph.EvidenceEdge;
import io.weir.schemas.api.EvidenceGraph.EvidenceNode;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.EdgeKind;
import io.weir.schemas.word.HopKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws the graph from reads to writes that alerts and decisions prove. */
public final class EvidenceGraphs {

    private static final Comparator<EvidenceNode> EARLIEST_FIRST =
            Comparator.comparingLong(EvidenceNode::timeMillis).thenComparing(EvidenceNode::id);
    private static final Comparator<EvidenceEdge> STRONGEST_LAST = Comparator.comparing(
                    EvidenceEdge::score, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(EvidenceEdge::matchedLength, Comparator.nullsFirst(Comparator.naturalOrder()));
    private static final Comparator<RecordPlace> FIRST_PLACE = Comparator.comparing(RecordPlace::topic)
            .thenComparingInt(RecordPlace::partition)
            .thenComparingLong(RecordPlace::offset);

    private final Map<String, EvidenceNode> nodes = new HashMap<>();
    private final Map<String, EvidenceEdge> edges = new HashMap<>();

    private EvidenceGraphs() {}

    /** The graph of these. Decisions without connections have no place in it. */
    public static EvidenceGraph of(List<AlertRaised> alerts, List<DecisionMade> decisions) {
        EvidenceGraphs drawing = new EvidenceGraphs();
        alerts.forEach(drawing::add);
        decisions.stream().filter(made -> !made.outcome().links().isEmpty()).forEach(drawing::add);
        return drawing.graph();
    }

    private void add(AlertRaised alert) {
        sink(alert.traceId(), alert.sink(), alert.principal().agentId(), alert.timeMillis(), alert.decision());
        alert.links().forEach(this::add);
        Hop before = null;
        for (Hop hop : alert.path()) {
            add(node(hop));
            if (before != null) {
                order(id(before.kind(), before.traceId()), id(hop.kind(), hop.traceId()));
            }
            before = hop;
        }
    }

    private void add(DecisionMade made) {
        sink(
                made.traceId(),
                made.call(),
                made.principal().agentId(),
                made.timeMillis(),
                made.outcome().decision());
        made.outcome().links().forEach(this::add);
    }

    private void sink(String traceId, ToolCall call, String agentId, long timeMillis, Decision decision) {
        List<String> labels =
                call.destinations().stream().map(Destination::label).distinct().toList();
        add(new EvidenceNode(
                id(HopKind.WRITE, traceId),
                HopKind.WRITE,
                traceId,
                call.tool(),
                agentId,
                timeMillis,
                null,
                decision,
                labels));
    }

    private void add(Link link) {
        add(source(link));
        EvidenceEdge edge = new EvidenceEdge(
                id(HopKind.READ, link.sourceTraceId()),
                id(HopKind.WRITE, link.sinkTraceId()),
                EdgeKind.CARRIES,
                link.tier(),
                link.score(),
                link.matchedLength(),
                link.sinkContainment(),
                link.sourceContainment());
        // An alert and the decision on its call may weigh the same connection differently.
        edges.merge(key(edge.from(), edge.to()), edge, EvidenceGraphs::stronger);
    }

    private static EvidenceEdge stronger(EvidenceEdge one, EvidenceEdge other) {
        return STRONGEST_LAST.compare(one, other) >= 0 ? one : other;
    }

    private void order(String from, String to) {
        edges.putIfAbsent(key(from, to), new EvidenceEdge(from, to, EdgeKind.THEN, null, null, null, null, null));
    }

    private static EvidenceNode source(Link link) {
        return new EvidenceNode(
                id(HopKind.READ, link.sourceTraceId()),
                HopKind.READ,
                link.sourceTraceId(),
                link.sourceTool(),
                null,
                link.sourceTimeMillis(),
                link.sourcePlace(),
                null,
                List.of());
    }

    private static EvidenceNode node(Hop hop) {
        return new EvidenceNode(
                id(hop.kind(), hop.traceId()),
                hop.kind(),
                hop.traceId(),
                hop.tool(),
                hop.agentId(),
                hop.timeMillis(),
                hop.place(),
                null,
                List.of());
    }

    private void add(EvidenceNode node) {
        nodes.merge(node.id(), node, EvidenceGraphs::merged);
    }

    /** What one record does not say of an event, another may. */
    private static EvidenceNode merged(EvidenceNode one, EvidenceNode other) {
        return new EvidenceNode(
                one.id(),
                one.kind(),
                one.traceId(),
                one.tool().compareTo(other.tool()) <= 0 ? one.tool() : other.tool(),
                either(one.agentId(), other.agentId()),
                Math.min(one.timeMillis(), other.timeMillis()),
                earlier(one.place(), other.place()),
                one.decision() == null ? other.decision() : one.decision(),
                one.destinations().isEmpty() ? other.destinations() : one.destinations());
    }

    private static @Nullable String either(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static @Nullable RecordPlace earlier(@Nullable RecordPlace one, @Nullable RecordPlace other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return FIRST_PLACE.compare(one, other) <= 0 ? one : other;
    }

    private EvidenceGraph graph() {
        List<EvidenceNode> ordered =
                nodes.values().stream().sorted(EARLIEST_FIRST).toList();
        Map<String, Integer> ranks = new HashMap<>();
        ordered.forEach(node -> ranks.put(node.id(), ranks.size()));
        List<EvidenceEdge> connected = new ArrayList<>(edges.values());
        connected.removeIf(edge -> !ranks.containsKey(edge.from()) || !ranks.containsKey(edge.to()));
        connected.sort(Comparator.<EvidenceEdge>comparingInt(edge -> ranks.getOrDefault(edge.from(), 0))
                .thenComparingInt(edge -> ranks.getOrDefault(edge.to(), 0)));
        return new EvidenceGraph(ordered, connected);
    }

    private static String id(HopKind kind, String traceId) {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + traceId;
    }

    private static String key(String from, String to) {
        return from + " " + to;
    }
}
