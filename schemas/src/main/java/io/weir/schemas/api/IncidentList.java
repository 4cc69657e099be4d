package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Several incidents.
 *
 * @param incidents the latest first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record IncidentList(@JsonProperty("incidents") List<IncidentAnswer> incidents) {

    /** Copies the list. */
    public IncidentList {
        incidents = List.copyOf(incidents);
    }
}
