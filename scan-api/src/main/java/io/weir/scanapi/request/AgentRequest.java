package io.weir.scanapi.request;

import io.weir.scanapi.http.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of what people say of an agent or a session, checked.
 *
 * @param seconds how long it holds
 * @param note why, or null
 */
public record AgentRequest(int seconds, @Nullable String note) {

    private static final int SECONDS_DEFAULT = 86_400;
    private static final int SECONDS_MAX = 30 * 86_400;
    private static final int NOTE_LENGTH_MAX = 1_000;

    /**
     * The request in a JSON value; null counts as an empty object.
     *
     * @throws Refusal {@code REQUEST_INVALID} with every fault
     */
    public static AgentRequest read(@Nullable Object value) {
        Members members = Members.of(value == null ? Map.of() : value);
        int seconds = members.integer("seconds", 60, SECONDS_MAX, SECONDS_DEFAULT);
        String note = members.text("note", NOTE_LENGTH_MAX);
        members.check();
        return new AgentRequest(seconds, note);
    }
}
