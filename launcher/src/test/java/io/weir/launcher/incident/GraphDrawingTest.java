package io.weir.launcher.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.api.EvidenceGraph;
import io.weir.schemas.api.EvidenceGraph.EvidenceEdge;
import io.weir.schemas.api.EvidenceGraph.EvidenceNode;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.EdgeKind;
import io.weir.schemas.word.HopKind;
import io.weir.schemas.word.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphDrawingTest {

    private static final EvidenceGraph GRAPH = new EvidenceGraph(
            List.of(
                    new EvidenceNode("read:a", HopKind.READ, "a", "get\"]; x", null, 0, null, null, List.of()),
                    new EvidenceNode(
                            "write:b",
                            HopKind.WRITE,
                            "b",
                            "put",
                            "bot",
                            4_000,
                            null,
                            Decision.DENY,
                            List.of("d.example")),
                    new EvidenceNode("read:c", HopKind.READ, "c", "list", null, 5_000, null, null, List.of())),
            List.of(
                    new EvidenceEdge("read:a", "write:b", EdgeKind.CARRIES, Tier.BLOCK, 0.9, 40, 0.5, 0.25),
                    new EvidenceEdge("write:b", "read:c", EdgeKind.THEN, null, null, null, null, null)));

    @Test
    void drawsAFlowchart() {
        assertThat(GraphDrawing.mermaid(GRAPH)).isEqualToNormalizingNewlines("""
            flowchart LR
              n0(["1970-01-01T00:00:00Z get#34;#93;#59; x"])
              n1["1970-01-01T00:00:04Z put<br>agent bot<br>to d.example<br>DENY"]
              n2(["1970-01-01T00:00:05Z list"])
              n0 -->|"BLOCK, 40 characters, 25 % of the source"| n1
              n1 -.-> n2\
            """);
    }

    @Test
    void drawsADigraph() {
        assertThat(GraphDrawing.dot(GRAPH)).isEqualToNormalizingNewlines("""
            digraph evidence {
              rankdir=LR;
              n0 [shape=ellipse, label="1970-01-01T00:00:00Z get\\"]; x"];
              n1 [shape=box, label="1970-01-01T00:00:04Z put\\nagent bot\\nto d.example\\nDENY"];
              n2 [shape=ellipse, label="1970-01-01T00:00:05Z list"];
              n0 -> n1 [label="BLOCK, 40 characters, 25 % of the source"];
              n1 -> n2 [style=dashed];
            }\
            """);
    }
}
