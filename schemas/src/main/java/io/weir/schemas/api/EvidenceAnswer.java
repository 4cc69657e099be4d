package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.DecisionMade;
import java.util.List;

/**
 * What an incident rests on: the records themselves, masked as they lie in their topics, and the graph that they make.
 *
 * @param incidentId UUID
 * @param alerts that belong to it, the earliest call first
 * @param decisions on the calls that belong to it, the earliest first
 * @param graph from which reads content came to which writes
 * @param missing ids of alerts and decisions that belong to it and could not be found
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonIgnoreProperties(ignoreUnknown = true)
public record EvidenceAnswer(
        @JsonProperty("incident_id") String incidentId,
        @JsonProperty("alerts") List<AlertRaised> alerts,
        @JsonProperty("decisions") List<DecisionMade> decisions,
        @JsonProperty("graph") EvidenceGraph graph,
        @JsonProperty("missing") List<String> missing) {

    /** Copies the lists. */
    public EvidenceAnswer {
        alerts = List.copyOf(alerts);
        decisions = List.copyOf(decisions);
        missing = List.copyOf(missing);
    }
}
