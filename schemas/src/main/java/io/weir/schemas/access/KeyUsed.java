package io.weir.schemas.access;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A call was made with a key that is good for a number of them. The order of these events decides which calls are
 * within the number.
 *
 * @param keyId the key
 * @param useId id of this use, a UUID
 * @param timeMillis when, epoch milliseconds
 */
public record KeyUsed(
        @JsonProperty("key_id") String keyId,
        @JsonProperty("use_id") String useId,
        @JsonProperty("time") long timeMillis)
        implements KeyEvent {

    @Override
    public String recordKey() {
        return keyId + "|" + useId;
    }
}
