package io.weir.edge.mcp.relay;

import io.weir.edge.call.AgentIdentity;
import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.Message;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Held calls of clients that poll for their results. Bounded: the oldest goes first, and its client makes the call
 * again; once approved, the same call passes. Safe to share between threads.
 */
public final class HeldTasks {

    private static final String PREFIX = "weir-task-";
    private static final String EXTENSION = "io.modelcontextprotocol/tasks";
    private static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
    private static final Set<String> METHODS = Set.of("tasks/get", "tasks/update", "tasks/cancel");
    private static final int TASKS_MAX = 1_000;
    private static final long UNITS_MAX = 32 << 20;
    private static final int ID_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;
    private final Deque<HeldTask> tasks = new ArrayDeque<>();

    /** No tasks yet. */
    public HeldTasks(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether the client of a held call takes a task in place of the result. */
    static boolean canTake(HeldCall call) {
        Map<String, ?> capabilities = Members.map(call.message().meta().get(CAPABILITIES));
        return call.modern()
                && call.message().methodName().equals("tools/call")
                && Members.map(capabilities.get("extensions")).get(EXTENSION) instanceof Map<?, ?>;
    }

    /** Whether a message speaks of one of our tasks, or of one that would be: it is not for the server. */
    static boolean isOurs(Message message) {
        return METHODS.contains(message.methodName()) && taskId(message).startsWith(PREFIX);
    }

    /** A task for a held call. Its id cannot be guessed. */
    synchronized HeldTask add(HeldCall call) {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        HeldTask task = new HeldTask(PREFIX + HexFormat.of().formatHex(bytes), call, clock);
        tasks.addFirst(task);
        tasks.removeIf(HeldTask::isPast);
        while (tasks.size() > TASKS_MAX || isTooMuch()) {
            tasks.removeLast();
        }
        return task;
    }

    private boolean isTooMuch() {
        return tasks.size() > 1 && tasks.stream().mapToLong(HeldTask::units).sum() > UNITS_MAX;
    }

    /** The task of an agent that a message speaks of; empty if there is none, or not any more. */
    synchronized Optional<HeldTask> find(Message message, AgentIdentity agent) {
        return tasks.stream()
                .filter(task -> task.id().equals(taskId(message))
                        && Objects.equals(task.call().agent().agentId(), agent.agentId())
                        && !task.isPast())
                .findFirst();
    }

    private static String taskId(Message message) {
        String id = Members.text(message.params().get("taskId"));
        return id == null ? "" : id;
    }

    /**
     * The call as the server gets it: it must answer by itself, because the client has our task in place of one of its.
     */
    static HeldCall withoutTasks(HeldCall call) {
        return call.withMeta(CAPABILITIES, without(call.message().meta().get(CAPABILITIES)));
    }

    private static Object without(@Nullable Object capabilities) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(Members.map(capabilities));
        Map<String, @Nullable Object> extensions = new LinkedHashMap<>(Members.map(changed.get("extensions")));
        extensions.remove(EXTENSION);
        changed.put("extensions", extensions);
        return changed;
    }
}
