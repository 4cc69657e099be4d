package io.weir.scanapi.console;

import io.weir.engine.approval.Approval;
import io.weir.engine.incident.Incident;
import io.weir.engine.trust.AgentStanding;
import io.weir.platform.health.HealthReport;
import io.weir.schemas.api.PostureAnswer;
import java.util.List;

/**
 * What a person who comes to work should see first.
 *
 * @param waiting held calls that wait for people
 * @param incidents that are not closed, the latest first
 * @param agents that are known, those with the least trust first
 * @param posture how well things are kept
 * @param health of the node that answers
 */
public record Overview(
        List<Approval> waiting,
        List<Incident> incidents,
        List<AgentStanding> agents,
        PostureAnswer posture,
        HealthReport health) {

    /** Copies the lists. */
    public Overview {
        waiting = List.copyOf(waiting);
        incidents = List.copyOf(incidents);
        agents = List.copyOf(agents);
    }
}
