package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Agents that something is known of.
 *
 * @param agents those with the least trust first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AgentList(@JsonProperty("agents") List<AgentAnswer> agents) {

    /** Copies the list. */
    public AgentList {
        agents = List.copyOf(agents);
    }
}
