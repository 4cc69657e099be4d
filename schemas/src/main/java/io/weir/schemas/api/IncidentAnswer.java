package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.event.IncidentOpening;
import io.weir.schemas.event.Ticket;
import io.weir.schemas.word.IncidentState;
import io.weir.schemas.word.IncidentStep;
import io.weir.schemas.word.Resolution;
import io.weir.schemas.word.ResponseAction;
import io.weir.schemas.word.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident and all that happened to it.
 *
 * @param incidentId UUID
 * @param state what has become of it
 * @param severity the highest of what belongs to it
 * @param openedMillis when it was opened, epoch milliseconds
 * @param lastMillis when something last happened to it, epoch milliseconds
 * @param occurrences how often it was seen
 * @param opening what opened it
 * @param traceIds decisions that belong to it, the first 100
 * @param alertIds alerts that belong to it, the first 100
 * @param resolution what it turned out to be; null while it is not closed
 * @param ticket where people work on it in another system; null where none was opened
 * @param history what people did and wrote, the oldest first
 * @param rotatedKeys keys that were just made in the place of others, shown once; null but in the answer to that
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonIgnoreProperties(ignoreUnknown = true)
public record IncidentAnswer(
        @JsonProperty("incident_id") String incidentId,
        @JsonProperty("state") IncidentState state,
        @JsonProperty("severity") Severity severity,
        @JsonProperty("opened_at") long openedMillis,
        @JsonProperty("last_at") long lastMillis,
        @JsonProperty("occurrences") int occurrences,
        @JsonProperty("opening") IncidentOpening opening,
        @JsonProperty("trace_ids") List<String> traceIds,
        @JsonProperty("alert_ids") List<String> alertIds,
        @JsonProperty("resolution") @Nullable Resolution resolution,
        @JsonProperty("ticket") @Nullable Ticket ticket,
        @JsonProperty("history") List<IncidentEntry> history,

        @JsonProperty("rotated_keys") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        List<KeyAnswer> rotatedKeys) {

    /** Copies the lists. */
    public IncidentAnswer {
        traceIds = List.copyOf(traceIds);
        alertIds = List.copyOf(alertIds);
        history = List.copyOf(history);
        rotatedKeys = rotatedKeys == null ? null : List.copyOf(rotatedKeys);
    }

    /**
     * Something that a person, or Weir itself, did about an incident.
     *
     * @param timeMillis when, epoch milliseconds
     * @param author who
     * @param step what
     * @param note what was written, or null
     * @param action what was done, or null
     * @param ticket that was opened, or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record IncidentEntry(
            @JsonProperty("time") long timeMillis,
            @JsonProperty("author") String author,
            @JsonProperty("step") IncidentStep step,
            @JsonProperty("note") @Nullable String note,
            @JsonProperty("action") @Nullable ResponseAction action,
            @JsonProperty("ticket") @Nullable Ticket ticket) {}
}
