package io.weir.scanapi;

import io.weir.messaging.AlertFeed;
import io.weir.scanapi.agent.AgentConfig;
import io.weir.scanapi.incident.IncidentConfig;

/**
 * What the scan API needs to look after agents and incidents.
 *
 * @param agents settings of agents
 * @param incidents settings of incidents
 * @param alerts of the correlator, each of which opens an incident
 */
public record CaseParts(AgentConfig agents, IncidentConfig incidents, AlertFeed alerts) {

    /** The usual settings, and no correlator. */
    public static final CaseParts DEFAULT =
            new CaseParts(AgentConfig.SECTION.defaults(), IncidentConfig.SECTION.defaults(), AlertFeed.NONE);
}
