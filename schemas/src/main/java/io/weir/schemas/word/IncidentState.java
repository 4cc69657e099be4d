package io.weir.schemas.word;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What has become of an incident, in the words of the wire. */
public enum IncidentState {
    /** Nobody looks into it yet. */
    @JsonProperty("open")
    OPEN,
    /** Somebody looks into it. */
    @JsonProperty("investigating")
    INVESTIGATING,
    /** It is settled. */
    @JsonProperty("closed")
    CLOSED
}
