package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.DestinationKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the user's request that a caller gave as context.
 *
 * @param sketch its content, with its words
 * @param asked kinds of destination that the user asks to deliver something to, in declaration order
 * @param addressed those of them to which the user asks to deliver at addresses only that the request gives; null in
 *     records of before it was told
 * @param pointed whether the user points to a text that may say where to, such as a bill; null in records of
 *     before it was told
 */
public record UserRequest(
        @JsonProperty("sketch") Fingerprint sketch,
        @JsonProperty("asked") List<DestinationKind> asked,

        @JsonProperty("addressed") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        List<DestinationKind> addressed,

        @JsonProperty("pointed") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Boolean pointed) {

    /** Copies the lists. */
    public UserRequest {
        asked = List.copyOf(asked);
        addressed = addressed == null ? null : List.copyOf(addressed);
    }
}
