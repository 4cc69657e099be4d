package io.weir.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.schemas.api.EvidenceGraph;
import io.weir.schemas.api.EvidenceGraph.EvidenceEdge;
import io.weir.schemas.api.EvidenceGraph.EvidenceNode;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.DestinationProvenance;
import io.weir.schemas.word.EdgeKind;
import io.weir.schemas.word.HopKind;
import io.weir.schemas.word.RiskBand;
import io.weir.schemas.word.SessionProvenance;
import io.weir.schemas.word.Severity;
import io.weir.schemas.word.Tier;
import io.weir.schemas.word.Verb;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvidenceGraphsTest {

    private static final RecordPlace PLACE = new RecordPlace("weir.calls.v1", 2, 7);

    @Test
    void aNoteOnTheWayMakesOnePathWithTheProofBesideIt() {
        AlertRaised alert = alert(
                "send",
                List.of(link("read", "send", 0.9), link("again", "send", 0.8)),
                List.of(
                        hop(HopKind.READ, "read", 1, PLACE),
                        hop(HopKind.WRITE, "note", 2, null),
                        hop(HopKind.READ, "again", 3, null),
                        hop(HopKind.WRITE, "send", 9, null)));

        EvidenceGraph graph = EvidenceGraphs.of(List.of(alert), List.of());

        assertThat(graph.nodes())
                .extracting(EvidenceNode::id)
                .containsExactly("read:read", "write:note", "read:again", "write:send");
        assertThat(graph.edges())
                .extracting(EvidenceEdge::from, EvidenceEdge::to, EvidenceEdge::kind)
                .containsExactly(
                        tuple("read:read", "write:note", EdgeKind.THEN),
                        tuple("read:read", "write:send", EdgeKind.CARRIES),
                        tuple("write:note", "read:again", EdgeKind.THEN),
                        tuple("read:again", "write:send", EdgeKind.CARRIES));
        assertThat(graph.nodes().get(0).place()).isEqualTo(PLACE);
        assertThat(graph.nodes().get(3).decision()).isEqualTo(Decision.DENY);
    }

    @Test
    void theOrderInWhichRecordsComeChangesNothing() {
        AlertRaised one = alert(
                "send",
                List.of(link("read", "send", 0.9)),
                List.of(hop(HopKind.READ, "read", 1, PLACE), hop(HopKind.WRITE, "send", 9, null)));
        AlertRaised two = alert("post", List.of(link("read", "post", 0.7)), List.of());
        DecisionMade made = made("send", List.of(link("read", "send", 0.4), link("other", "send", 0.3)));

        assertThat(EvidenceGraphs.of(List.of(one, two), List.of(made)))
                .isEqualTo(EvidenceGraphs.of(List.of(two, one), List.of(made)));
        assertThat(EvidenceGraphs.of(List.of(one, two), List.of(made)).edges())
                .extracting(EvidenceEdge::score)
                .containsExactlyInAnyOrder(0.9, 0.7, 0.3);
    }

    @Test
    void aDecisionWithoutConnectionsIsNoPartOfIt() {
        EvidenceGraph graph = EvidenceGraphs.of(List.of(), List.of(made("alone", List.of())));

        assertThat(graph.nodes()).isEmpty();
        assertThat(graph.edges()).isEmpty();
    }

    private static Hop hop(HopKind kind, String trace, long time, @Nullable RecordPlace place) {
        return new Hop(kind, trace, "tool-" + trace, kind == HopKind.WRITE ? "bot" : null, time, place, "says");
    }

    private static Link link(String source, String sink, double score) {
        return new Link(
                source,
                "tool-" + source,
                source.equals("again") ? 3 : 1,
                sink,
                Tier.ALERT,
                score,
                List.of(),
                DestinationProvenance.UNKNOWN,
                40,
                0.5,
                0.25,
                List.of(),
                0,
                List.of());
    }

    private static AlertRaised alert(String trace, List<Link> links, List<Hop> path) {
        return new AlertRaised(
                        "alert-" + trace,
                        "rule",
                        "1",
                        "title",
                        trace,
                        "",
                        9,
                        principal(),
                        call(trace),
                        Decision.DENY,
                        Tier.ALERT,
                        Severity.HIGH,
                        0.9,
                        List.of(),
                        links)
                .withPath(path);
    }

    private static DecisionMade made(String trace, List<Link> links) {
        DecisionRecord outcome = new DecisionRecord(
                Decision.DENY, 0.9, RiskBand.CRITICAL, List.of(), List.of(), List.of(), links, null, "v");
        return new DecisionMade("event-" + trace, trace, "", 9, principal(), call(trace), outcome);
    }

    private static Principal principal() {
        return new Principal("acme", "production", "bot", null, null, "s", SessionProvenance.EXPLICIT, null);
    }

    private static ToolCall call(String trace) {
        return new ToolCall("POST", "tool-" + trace, "POST", Verb.WRITE, List.of(), 10);
    }
}
