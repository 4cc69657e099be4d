package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.RetroactiveCause;
import org.jspecify.annotations.Nullable;

/**
 * Mark of an alert that was raised after the call had been judged once; the alert itself carries the time of the call.
 *
 * @param cause why it was judged again
 * @param timeMillis event time of what made us judge again
 * @param causeId id of that event or statement
 * @param place its record, or null where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Retroactive(
        @JsonProperty("cause") RetroactiveCause cause,
        @JsonProperty("time") long timeMillis,
        @JsonProperty("cause_id") String causeId,
        @JsonProperty("place") @Nullable RecordPlace place) {}
