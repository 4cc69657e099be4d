package io.weir.edge.mcp.relay;

import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.RpcError;
import io.weir.platform.json.Json;
import io.weir.platform.json.JsonRejected;
import io.weir.platform.json.StrictJson;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A held call as its client knows it: a task of the extension {@code io.modelcontextprotocol/tasks}. The call is sent
 * once, by the poll that finds it approved. Safe to share between threads.
 */
final class HeldTask {

    /** Longest life of a task; the client makes the call again after it. */
    static final long TTL_MILLIS = 4L * 3_600_000;

    private static final int POLL_MILLIS = 5_000;

    private final String id;
    private final HeldCall call;
    private final InstantSource clock;
    private final Instant createdAt;
    private Instant updatedAt;
    private State state = State.WAITING;
    private boolean shown;
    private @Nullable Map<String, @Nullable Object> outcome;

    HeldTask(String id, HeldCall call, InstantSource clock) {
        this.id = id;
        this.call = call;
        this.clock = clock;
        this.createdAt = clock.instant();
        this.updatedAt = createdAt;
    }

    /** Where a task is. */
    enum State {
        WAITING,
        SENT,
        CANCELLED,
        OVER
    }

    String id() {
        return id;
    }

    HeldCall call() {
        return call;
    }

    synchronized State state() {
        return state;
    }

    synchronized boolean isShown() {
        return shown;
    }

    boolean isPast() {
        return clock.instant().isAfter(createdAt.plusMillis(TTL_MILLIS));
    }

    /** The client has shown where people decide. */
    synchronized void show() {
        shown = true;
    }

    /** Takes the call to send it, once; false if somebody else has, or nobody may. */
    synchronized boolean takeToSend() {
        return moved(State.WAITING, State.SENT);
    }

    /** The client does not want it any more; what is sent is sent. */
    synchronized void cancel() {
        moved(State.WAITING, State.CANCELLED);
    }

    private boolean moved(State from, State to) {
        if (state != from) {
            return false;
        }
        state = to;
        updatedAt = clock.instant();
        return true;
    }

    /** The call has come to its end with this answer, a result or an error. */
    synchronized void end(String answer) {
        if (state == State.OVER || state == State.CANCELLED) {
            return;
        }
        state = State.OVER;
        updatedAt = clock.instant();
        Map<String, @Nullable Object> ended = read(answer);
        boolean wantsInput =
                "input_required".equals(Members.map(ended.get("result")).get("resultType"));
        outcome = wantsInput ? read(failed("The server wants input first. Make the call again.")) : ended;
    }

    private static String failed(String why) {
        return Answer.error(null, RpcError.UPSTREAM, why, Map.of());
    }

    /** The call was sent, and nobody will hear how it ended. */
    void lose() {
        end(failed("The call was sent, and its answer was lost."));
    }

    private static Map<String, @Nullable Object> read(String answer) {
        try {
            return Members.map(new StrictJson(answer.length() * 3 + 1).read(answer));
        } catch (JsonRejected e) {
            // Our own writing, or what was read before.
            return Map.of();
        }
    }

    /** As the answer to the call. */
    String created(String why) {
        Map<String, @Nullable Object> result = described("task", "working");
        result.put("statusMessage", why);
        return Answer.result(call.message().id(), result);
    }

    /** As the answer to a poll, while it waits; with requests to the client, if there are any. */
    String waiting(@Nullable Object pollId, String why, Map<String, Object> inputRequests) {
        Map<String, @Nullable Object> result =
                described("complete", inputRequests.isEmpty() ? "working" : "input_required");
        result.put("statusMessage", why);
        if (!inputRequests.isEmpty()) {
            result.put("inputRequests", inputRequests);
        }
        return Answer.result(pollId, result);
    }

    /** As the answer to a poll that has nothing to wait for. */
    synchronized String told(@Nullable Object pollId) {
        Map<String, @Nullable Object> ended = outcome == null ? Map.of() : outcome;
        Map<String, @Nullable Object> result = described("complete", status(ended));
        if (state == State.OVER) {
            String member = ended.containsKey("result") ? "result" : "error";
            result.put(member, ended.get(member));
        }
        return Answer.result(pollId, result);
    }

    private String status(Map<String, @Nullable Object> ended) {
        return switch (state) {
            case WAITING, SENT -> "working";
            case CANCELLED -> "cancelled";
            case OVER -> ended.containsKey("result") ? "completed" : "failed";
        };
    }

    private synchronized Map<String, @Nullable Object> described(String resultType, String status) {
        Map<String, @Nullable Object> task = new LinkedHashMap<>();
        task.put("resultType", resultType);
        task.put("taskId", id);
        task.put("status", status);
        task.put("createdAt", createdAt.toString());
        task.put("lastUpdatedAt", updatedAt.toString());
        task.put("ttlMs", TTL_MILLIS);
        task.put("pollIntervalMs", POLL_MILLIS);
        return task;
    }

    /** How much memory it takes, about. */
    synchronized long units() {
        return call.message().text().length()
                + (outcome == null ? 0 : Json.text(outcome).length());
    }
}
