package io.weir.edge.mcp.relay;

import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a client's message is decided on, and how a redacted form of it goes back into the message. */
final class CallBodies {

    private static final String ARGUMENTS = "arguments";
    /** Members of requests that the protocol fills, or that the server made itself. */
    private static final List<String> PROTOCOL_MEMBERS = List.of("requestState", "progressToken", "cursor");

    private CallBodies() {}

    /** The name under which the message is decided on. */
    static String tool(Message message) {
        String method = message.methodName();
        String name = Members.text(message.params().get("name"));
        return method.equals("tools/call") && name != null ? name : method.replace('/', '.');
    }

    /**
     * What is decided on: the arguments of a tool where there is nothing else, and otherwise all parameters that are
     * not the protocol's. What stands in metadata goes out too.
     */
    static @Nullable Object body(Message message) {
        Map<String, @Nullable Object> rest = rest(message);
        return isCall(message) && rest.keySet().equals(Set.of(ARGUMENTS)) ? rest.get(ARGUMENTS) : rest;
    }

    /** Whether there is anything to decide on. */
    static boolean isEmpty(Message message) {
        return !isCall(message) && rest(message).isEmpty();
    }

    /** The message with the redacted form in place of what was decided on. */
    static String redacted(Message message, @Nullable Object body) {
        Map<String, @Nullable Object> rest = rest(message);
        Map<String, @Nullable Object> params = new LinkedHashMap<>(message.params());
        if (isCall(message) && rest.keySet().equals(Set.of(ARGUMENTS))) {
            params.put(ARGUMENTS, body);
        } else {
            Members.map(body)
                    .forEach((name, value) -> params.put(
                            name, name.equals("_meta") ? merged(message.meta(), Members.map(value)) : value));
        }
        return message.withParams(params);
    }

    private static boolean isCall(Message message) {
        return message.methodName().equals("tools/call");
    }

    private static Map<String, @Nullable Object> rest(Message message) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(message.params());
        PROTOCOL_MEMBERS.forEach(rest::remove);
        if (isCall(message)) {
            rest.remove("name");
            if (onlyNumbers(rest.get("task"))) {
                rest.remove("task");
            }
            rest.putIfAbsent(ARGUMENTS, Map.of());
        }
        Map<String, @Nullable Object> meta = ownMeta(message.meta());
        if (meta.isEmpty()) {
            rest.remove("_meta");
        } else {
            rest.put("_meta", meta);
        }
        return rest;
    }

    private static boolean onlyNumbers(@Nullable Object task) {
        return Members.map(task).values().stream().allMatch(Number.class::isInstance);
    }

    private static Map<String, @Nullable Object> ownMeta(Map<String, @Nullable Object> meta) {
        Map<String, @Nullable Object> own = new LinkedHashMap<>(meta);
        own.keySet()
                .removeIf(name -> name.startsWith("io.modelcontextprotocol/")
                        || name.equals("progressToken")
                        || name.equals("traceparent")
                        || name.equals("tracestate")
                        || name.equals("baggage")
                        || name.equals(Identities.SESSION_META)
                        || name.equals(Identities.CONVERSATION_META));
        return own;
    }

    private static Map<String, @Nullable Object> merged(
            Map<String, @Nullable Object> meta, Map<String, @Nullable Object> changed) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(meta);
        merged.putAll(changed);
        return merged;
    }
}
