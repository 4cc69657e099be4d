package io.weir.scanapi.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * Something that happened, as others are told of it.
 *
 * @param type what it is about
 * @param timestamp when it happened, RFC 3339
 * @param tenant owner of the data
 * @param escalateTo channels that are told besides, as the rules of policies want it
 * @param data what happened, as the API answers it
 */
public record Notice(
        @JsonProperty("type") NoticeType type,
        @JsonProperty("timestamp") String timestamp,
        @JsonProperty("tenant_id") String tenant,

        @JsonProperty("escalate_to") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> escalateTo,

        @JsonProperty("data") Object data) {

    /** Copies the list. */
    public Notice {
        escalateTo = List.copyOf(escalateTo);
    }

    /** Something that happened at a time, epoch milliseconds. */
    public static Notice of(NoticeType type, long timeMillis, String tenant, Object data) {
        return escalated(type, timeMillis, tenant, List.of(), data);
    }

    /** The same, of which these channels are told besides. */
    public static Notice escalated(
            NoticeType type, long timeMillis, String tenant, List<String> escalateTo, Object data) {
        return new Notice(type, Instant.ofEpochMilli(timeMillis).toString(), tenant, escalateTo, data);
    }

    /** Without the data, which may hold a code. */
    @Override
    public String toString() {
        return "Notice[" + type.word() + "]";
    }
}
