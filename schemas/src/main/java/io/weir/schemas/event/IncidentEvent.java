package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.IncidentStep;
import io.weir.schemas.word.Resolution;
import io.weir.schemas.word.ResponseAction;
import org.jspecify.annotations.Nullable;

/**
 * A step in the life of an incident. Steps count in the order of the log; one that comes too late changes nothing.
 *
 * @param eventId UUID of the step
 * @param incidentId the incident; of an opening, the id that it has unless another is open for the same
 * @param tenant owner of the data
 * @param step what happened
 * @param timeMillis when, epoch milliseconds
 * @param author who did it: a person's name, or {@code weir}
 * @param opening for {@link IncidentStep#OPENED} only
 * @param note what the author wrote; at most 4,000 characters
 * @param resolution for {@link IncidentStep#CLOSED} only
 * @param action for {@link IncidentStep#ACTED} only
 * @param ticket that was opened; for {@link ResponseAction#TICKET} only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record IncidentEvent(
        @JsonProperty("event_id") String eventId,
        @JsonProperty("incident_id") String incidentId,
        @JsonProperty("tenant") String tenant,
        @JsonProperty("step") IncidentStep step,
        @JsonProperty("time") long timeMillis,
        @JsonProperty("author") String author,
        @JsonProperty("opening") @Nullable IncidentOpening opening,
        @JsonProperty("note") @Nullable String note,
        @JsonProperty("resolution") @Nullable Resolution resolution,
        @JsonProperty("action") @Nullable ResponseAction action,
        @JsonProperty("ticket") @Nullable Ticket ticket) {

    /** A step that opens no ticket. */
    public IncidentEvent(
            String eventId,
            String incidentId,
            String tenant,
            IncidentStep step,
            long timeMillis,
            String author,
            @Nullable IncidentOpening opening,
            @Nullable String note,
            @Nullable Resolution resolution,
            @Nullable ResponseAction action) {
        this(eventId, incidentId, tenant, step, timeMillis, author, opening, note, resolution, action, null);
    }

    /** The record key: each step is kept. */
    public String recordKey() {
        return incidentId + "|" + eventId;
    }
}
