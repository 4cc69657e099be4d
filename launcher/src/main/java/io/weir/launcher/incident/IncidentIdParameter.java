package io.weir.launcher.incident;

import java.util.UUID;
import picocli.CommandLine.Parameters;

/** The parameter that says which incident is meant. */
final class IncidentIdParameter {

    @Parameters(paramLabel = "ID", description = "The incident_id, as 'weir incident list' shows it.")
    private String incidentId = "";

    /**
     * The path of the incident, or of something in it.
     *
     * @throws IllegalArgumentException if the parameter is no id
     */
    String path(String inside) {
        try {
            return "/v1/incidents/" + UUID.fromString(incidentId) + inside;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + incidentId + "' is no id of an incident; 'weir incident list' shows them", e);
        }
    }
}
