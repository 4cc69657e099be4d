package io.weir.edge.mcp.era;

import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to be told of unasked. Until 2025-11-25 whoever begins a session is told that lists have changed,
 * and asks for each resource; 2026-07-28 has one request for both.
 *
 * @param id of the request
 * @param wanted its filter, as far as the server can meet it
 */
public record Subscription(@Nullable Object id, Map<String, @Nullable Object> wanted) {

    /** The notice that a resource has changed. */
    public static final String UPDATED = "notifications/resources/updated";

    private static final String RESOURCES = "resourceSubscriptions";
    private static final Map<String, String> LISTS = new TreeMap<>(
            Map.of("tools", "toolsListChanged", "prompts", "promptsListChanged", "resources", "resourcesListChanged"));

    /** What a client asks a server for with these capabilities. */
    static Subscription of(Message listen, @Nullable Object capabilities) {
        Map<String, @Nullable Object> filter = Members.map(listen.params().get("notifications"));
        Map<String, @Nullable Object> wanted = new LinkedHashMap<>();
        lists(capabilities).keySet().stream()
                .filter(name -> Boolean.TRUE.equals(filter.get(name)))
                .forEach(name -> wanted.put(name, true));
        List<?> resources = Members.list(filter.get(RESOURCES));
        boolean subscribes = Boolean.TRUE.equals(
                Members.map(Members.map(capabilities).get("resources")).get("subscribe"));
        if (subscribes && !resources.isEmpty()) {
            wanted.put(RESOURCES, resources);
        }
        return new Subscription(listen.id(), wanted);
    }

    /** The filter for all lists of whose changes a server tells. */
    static Map<String, Object> lists(@Nullable Object capabilities) {
        Map<String, Object> filter = new LinkedHashMap<>();
        LISTS.forEach((capability, name) -> {
            Object declared =
                    Members.map(Members.map(capabilities).get(capability)).get("listChanged");
            if (Boolean.TRUE.equals(declared)) {
                filter.put(name, true);
            }
        });
        return filter;
    }

    /** The filter for one resource. */
    static Map<String, Object> resource(String uri) {
        return Map.of(RESOURCES, List.of(uri));
    }

    /** The resources. */
    public List<String> resources() {
        List<String> uris = new ArrayList<>();
        Members.list(wanted.get(RESOURCES)).forEach(uri -> uris.add(String.valueOf(uri)));
        return uris;
    }

    /** Tells the client what it will be told of. */
    public Message acknowledged() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("_meta", mark());
        params.put("notifications", wanted);
        return Message.telling("notifications/subscriptions/acknowledged", params);
    }

    /** A notice of the server's for the client; empty if the client does not want it. */
    public Optional<Message> toClient(Message notice) {
        return wants(notice) ? Optional.of(notice.withMore(List.of("params", "_meta"), mark())) : Optional.empty();
    }

    private boolean wants(Message notice) {
        String method = notice.methodName();
        return method.equals(UPDATED)
                ? resources().contains(String.valueOf(notice.params().get("uri")))
                : LISTS.entrySet().stream()
                        .anyMatch(list -> method.equals("notifications/" + list.getKey() + "/list_changed")
                                && wanted.containsKey(list.getValue()));
    }

    private Map<String, @Nullable Object> mark() {
        Map<String, @Nullable Object> mark = new LinkedHashMap<>();
        mark.put(Revision.SUBSCRIPTION, id);
        return mark;
    }

    /** Whether a server that acknowledges a request so tells of resources. */
    public static boolean listens(Message acknowledged) {
        Object wanted = acknowledged.params().get("notifications");
        return !Members.list(Members.map(wanted).get(RESOURCES)).isEmpty();
    }

    /** The id of the request that a server's message of 2026-07-28 belongs to; null if it names none. */
    public static @Nullable Object idIn(Message told) {
        return told.meta().get(Revision.SUBSCRIPTION);
    }
}
