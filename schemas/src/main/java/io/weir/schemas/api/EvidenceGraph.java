package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.EdgeKind;
import io.weir.schemas.word.HopKind;
import io.weir.schemas.word.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From which reads content came to which writes. The same events give the same graph, in whatever order they came.
 *
 * @param nodes the events, the earliest first
 * @param edges what connects them, in the order of the nodes that they begin and end at
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EvidenceGraph(
        @JsonProperty("nodes") List<EvidenceNode> nodes,
        @JsonProperty("edges") List<EvidenceEdge> edges) {

    /** Copies the lists. */
    public EvidenceGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * An event: a response that brought content in, or a call that carried it on.
     *
     * @param id of the node: the kind in lower case, a colon, and the decision
     * @param kind what the event did
     * @param traceId decision on the call
     * @param tool the tool
     * @param agentId who acted, or null where only the session's own record is known
     * @param timeMillis event time, epoch milliseconds
     * @param place the record of the event, or null where it was judged without one
     * @param decision what was decided, or null for what came in and for calls on the way
     * @param destinations where the call could carry data to, masked
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record EvidenceNode(
            @JsonProperty("id") String id,
            @JsonProperty("kind") HopKind kind,
            @JsonProperty("trace_id") String traceId,
            @JsonProperty("tool") String tool,
            @JsonProperty("agent_id") @Nullable String agentId,
            @JsonProperty("time") long timeMillis,
            @JsonProperty("place") @Nullable RecordPlace place,
            @JsonProperty("decision") @Nullable Decision decision,
            @JsonProperty("destinations") List<String> destinations) {

        /** Copies the list. */
        public EvidenceNode {
            destinations = List.copyOf(destinations);
        }
    }

    /**
     * A connection of two events.
     *
     * @param from id of the first
     * @param to id of the second
     * @param kind how they belong together
     * @param tier how strongly it speaks for exfiltration, or null where it says the order only
     * @param score the same in 0..1, or null
     * @param matchedLength UTF-16 units of the second that stand in the first, or null
     * @param sinkContainment share of the second that stands in the first, 0..1, or null
     * @param sourceContainment share of the first that stands in the second, 0..1, or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record EvidenceEdge(
            @JsonProperty("from") String from,
            @JsonProperty("to") String to,
            @JsonProperty("kind") EdgeKind kind,
            @JsonProperty("tier") @Nullable Tier tier,
            @JsonProperty("score") @Nullable Double score,
            @JsonProperty("matched_length") @Nullable Integer matchedLength,
            @JsonProperty("sink_containment") @Nullable Double sinkContainment,
            @JsonProperty("source_containment") @Nullable Double sourceContainment) {}
}
