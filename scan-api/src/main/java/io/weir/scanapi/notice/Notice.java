package io.weir.scanapi.notice;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * Something that happened, as others are told of it.
 *
 * @param type what it is about
 * @param timestamp when it happened, RFC 3339
 * @param tenant owner of the data
 * @param data what happened, as the API answers it
 */
public record Notice(
        @JsonProperty("type") NoticeType type,
        @JsonProperty("timestamp") String timestamp,
        @JsonProperty("tenant_id") String tenant,
        @JsonProperty("data") Object data) {

    /** Something that happened at a time, epoch milliseconds. */
    public static Notice of(NoticeType type, long timeMillis, String tenant, Object data) {
        return new Notice(type, Instant.ofEpochMilli(timeMillis).toString(), tenant, data);
    }

    /** Without the data, which may hold a code. */
    @Override
    public String toString() {
        return "Notice[" + type.word() + "]";
    }
}
