package io.weir.correlator.ocsf;

import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Read, write and destination of an alert as the OCSF object {@code graph}. */
final class AttackGraph {

    private final Map<String, Map<String, Object>> nodes = new LinkedHashMap<>();
    private final List<Map<String, Object>> edges = new ArrayList<>();

    private AttackGraph() {}

    static Map<String, Object> of(AlertRaised alert) {
        AttackGraph graph = new AttackGraph();
        LinkSummary.named(alert.links()).forEach(link -> graph.addRead(alert, link));
        graph.addPath(PathSummary.named(alert.path()));
        graph.addWrite(alert);
        return new Attributes()
                .required("uid", alert.alertId())
                .with("name", "read to write")
                .with("is_directed", true)
                .with("nodes", List.copyOf(graph.nodes.values()))
                .with("edges", graph.edges)
                .toMap();
    }

    private void addRead(AlertRaised alert, Link link) {
        addNode(link.sourceTraceId(), "read", link.sourceTool());
        addEdge(link.sourceTraceId(), alert.traceId(), "content stands in");
    }

    /** Each hop leads to the next; a response and the call that it answers are one. */
    private void addPath(List<Hop> path) {
        for (int i = 0; i < path.size(); i++) {
            Hop hop = path.get(i);
            addNode(hop.traceId(), hop.kind().name().toLowerCase(Locale.ROOT), hop.tool());
            boolean moves = i > 0 && !path.get(i - 1).traceId().equals(hop.traceId());
            if (moves) {
                addEdge(path.get(i - 1).traceId(), hop.traceId(), "leads to");
            }
        }
    }

    private void addWrite(AlertRaised alert) {
        addNode(alert.traceId(), "write", alert.sink().tool());
        OcsfEndpoint.widest(alert.sink()).ifPresent(destination -> {
            addNode(destination.hash(), "destination", destination.label());
            addEdge(alert.traceId(), destination.hash(), "goes to");
        });
    }

    private void addNode(String uid, String type, String name) {
        nodes.putIfAbsent(
                uid,
                new Attributes()
                        .required("uid", uid)
                        .with("type", type)
                        .with("name", name)
                        .toMap());
    }

    private void addEdge(String source, String target, String relation) {
        edges.add(new Attributes()
                .with("name", relation)
                .required("source", source)
                .required("target", target)
                .with("relation", relation)
                .toMap());
    }
}
