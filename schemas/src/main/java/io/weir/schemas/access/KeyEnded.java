package io.weir.schemas.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A key was revoked, or another took its place. Nothing takes this back.
 *
 * @param keyId the key
 * @param endsMillis from when on it is not valid, epoch milliseconds
 * @param by name of the person or key that did it
 * @param replacedBy id of the key that took its place; null if it was revoked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyEnded(
        @JsonProperty("key_id") String keyId,
        @JsonProperty("ends_at") long endsMillis,
        @JsonProperty("by") String by,
        @JsonProperty("replaced_by") @Nullable String replacedBy)
        implements KeyEvent {

    @Override
    public String recordKey() {
        return keyId + (replacedBy == null ? "|revoked" : "|replaced");
    }
}
