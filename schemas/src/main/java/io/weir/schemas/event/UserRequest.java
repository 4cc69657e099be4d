package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.DestinationKind;
import java.util.List;

/**
 * What is kept of the user's request that a caller gave as context.
 *
 * @param sketch its content, with its words
 * @param asked kinds of destination that the user asks to deliver something to, in declaration order
 */
public record UserRequest(
        @JsonProperty("sketch") Fingerprint sketch,
        @JsonProperty("asked") List<DestinationKind> asked) {

    /** Copies the list. */
    public UserRequest {
        asked = List.copyOf(asked);
    }
}
