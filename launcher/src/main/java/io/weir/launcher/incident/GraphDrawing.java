package io.weir.launcher.incident;

import io.weir.schemas.api.EvidenceGraph;
import io.weir.schemas.api.EvidenceGraph.EvidenceEdge;
import io.weir.schemas.api.EvidenceGraph.EvidenceNode;
import io.weir.schemas.word.EdgeKind;
import io.weir.schemas.word.HopKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Graphs of evidence in the languages of drawing programs. Names that agents choose stay text in both. */
final class GraphDrawing {

    private final Map<String, String> names = new HashMap<>();

    private GraphDrawing(EvidenceGraph graph) {
        graph.nodes().forEach(node -> names.put(node.id(), "n" + names.size()));
    }

    /** A flowchart of Mermaid. */
    static String mermaid(EvidenceGraph graph) {
        GraphDrawing drawing = new GraphDrawing(graph);
        List<String> lines = new ArrayList<>(List.of("flowchart LR"));
        for (EvidenceNode node : graph.nodes()) {
            String label = String.join("<br>", words(node, GraphDrawing::mermaidText));
            boolean read = node.kind() == HopKind.READ;
            lines.add("  " + drawing.name(node.id()) + (read ? "([\"" : "[\"") + label + (read ? "\"])" : "\"]"));
        }
        for (EvidenceEdge edge : graph.edges()) {
            String arrow = edge.kind() == EdgeKind.THEN ? " -.-> " : " -->|\"" + proof(edge) + "\"| ";
            lines.add("  " + drawing.name(edge.from()) + arrow + drawing.name(edge.to()));
        }
        return String.join(System.lineSeparator(), lines);
    }

    /** A digraph of Graphviz. */
    static String dot(EvidenceGraph graph) {
        GraphDrawing drawing = new GraphDrawing(graph);
        List<String> lines = new ArrayList<>(List.of("digraph evidence {", "  rankdir=LR;"));
        for (EvidenceNode node : graph.nodes()) {
            String shape = node.kind() == HopKind.READ ? "ellipse" : "box";
            String label = String.join("\\n", words(node, GraphDrawing::dotText));
            lines.add("  " + drawing.name(node.id()) + " [shape=" + shape + ", label=\"" + label + "\"];");
        }
        for (EvidenceEdge edge : graph.edges()) {
            String look = edge.kind() == EdgeKind.THEN ? "style=dashed" : "label=\"" + proof(edge) + "\"";
            lines.add("  " + drawing.name(edge.from()) + " -> " + drawing.name(edge.to()) + " [" + look + "];");
        }
        lines.add("}");
        return String.join(System.lineSeparator(), lines);
    }

    private static List<String> words(EvidenceNode node, UnaryOperator<String> safe) {
        List<String> words = new ArrayList<>();
        words.add(safe.apply(IncidentTexts.time(node.timeMillis()) + " " + node.tool()));
        if (node.agentId() != null) {
            words.add(safe.apply("agent " + node.agentId()));
        }
        node.destinations().forEach(label -> words.add(safe.apply("to " + label)));
        if (node.decision() != null) {
            words.add(node.decision().name());
        }
        return words;
    }

    private static String proof(EvidenceEdge edge) {
        double share = Objects.requireNonNullElse(edge.sourceContainment(), 0.0);
        return String.format(
                Locale.ROOT,
                "%s, %d characters, %.0f %% of the source",
                edge.tier(),
                edge.matchedLength(),
                share * 100);
    }

    private String name(String id) {
        return Objects.requireNonNull(names.get(id));
    }

    /** In quotes Mermaid reads entities and HTML, nothing else. */
    private static String mermaidText(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(unit -> {
            if (Character.isLetterOrDigit(unit) || " _-.,:/@*()".indexOf(unit) >= 0) {
                safe.appendCodePoint(unit);
            } else {
                safe.append('#').append(unit).append(';');
            }
        });
        return safe.toString();
    }

    private static String dotText(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    }
}
