package io.weir.edge.mcp.relay;

import io.weir.edge.call.AgentIdentity;
import io.weir.edge.mcp.judge.Refusal;
import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.Message;
import io.weir.schemas.api.ScanAnswer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that waits for a person.
 *
 * @param message the call
 * @param agent who makes it
 * @param headers what else was looked at
 * @param answer the decision
 * @param modern whether the client speaks 2026-07-28 or later
 * @param shown whether the client has been asked to show the page where people decide, and makes the call again
 */
public record HeldCall(
        Message message,
        AgentIdentity agent,
        Map<String, String> headers,
        ScanAnswer answer,
        boolean modern,
        boolean shown) {

    /** Copies the headers. */
    public HeldCall {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Id of the approval. */
    public String approvalId() {
        return String.valueOf(answer.approvalId());
    }

    /** The same call under the id of another request, with which its progress is told. */
    HeldCall as(Message other) {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>(message.meta());
        meta.remove("progressToken");
        Object token = other.meta().get("progressToken");
        if (token != null) {
            meta.put("progressToken", token);
        }
        Message renamed = message.withId(other.id());
        if (!meta.equals(message.meta())) {
            Map<String, @Nullable Object> params = new LinkedHashMap<>(message.params());
            params.put("_meta", meta);
            renamed = renamed.with(params);
        }
        return new HeldCall(renamed, agent, headers, answer, modern, shown);
    }

    /** The same call of a client that has been asked to show where people decide. */
    HeldCall asShown() {
        return new HeldCall(message, agent, headers, answer, modern, true);
    }

    /** The same call with another member of its metadata. */
    HeldCall withMeta(String name, Object value) {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>(message.meta());
        meta.put(name, value);
        Map<String, @Nullable Object> params = new LinkedHashMap<>(message.params());
        params.put("_meta", meta);
        return new HeldCall(message.with(params), agent, headers, answer, modern, shown);
    }

    /** The client's token for progress, if it gave one. */
    public @Nullable Object progressToken() {
        return message.meta().get("progressToken");
    }

    /** A notification that shows the client that the call is alive, if the client wants any. */
    public Optional<String> progress(int step) {
        Object token = progressToken();
        if (token == null) {
            return Optional.empty();
        }
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("progressToken", token);
        params.put("progress", step);
        params.put("message", "Waiting for a person's approval: " + approvalId());
        return Optional.of(Answer.notification("notifications/progress", params));
    }

    /** The answer when nobody has decided in time. */
    public String unanswered() {
        return Refusal.waiting(answer).answerTo(message, modern);
    }

    /** The answer when somebody has said no. */
    public String refused() {
        return Refusal.denied(answer, "A person has refused the call; nothing was sent.")
                .answerTo(message, modern);
    }
}
