package io.weir.edge.mcp.message;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is looked at in each method of the protocol, revisions 2025-03-26 to 2026-07-28. A method that is not listed is
 * looked at in both directions.
 */
public final class Methods {

    /** What a client's message carries out. */
    public enum Outbound {
        /** Nothing but protocol. */
        NONE,
        /** A call that is decided on. */
        CALL
    }

    /** What a server's message brings in. */
    public enum Inbound {
        /** Nothing but protocol. */
        NONE,
        /** Content. */
        READ,
        /** Definitions of tools. */
        TOOLS,
        /** Instructions for the model. */
        INSTRUCTIONS
    }

    /**
     * What is looked at.
     *
     * @param outbound in the client's part: parameters of its requests, results of its answers
     * @param inbound in the server's part
     */
    public record Inspection(Outbound outbound, Inbound inbound) {}

    private static final Inspection BOTH = new Inspection(Outbound.CALL, Inbound.READ);
    private static final Inspection IN = new Inspection(Outbound.NONE, Inbound.READ);
    private static final Inspection NOTHING = new Inspection(Outbound.NONE, Inbound.NONE);
    private static final Inspection GREETING = new Inspection(Outbound.NONE, Inbound.INSTRUCTIONS);

    private static final Map<String, Inspection> REQUESTS = Map.ofEntries(
            Map.entry("initialize", GREETING),
            Map.entry("server/discover", GREETING),
            Map.entry("ping", NOTHING),
            Map.entry("logging/setLevel", NOTHING),
            Map.entry("tools/list", new Inspection(Outbound.NONE, Inbound.TOOLS)),
            Map.entry("tools/call", BOTH),
            Map.entry("resources/list", IN),
            Map.entry("resources/templates/list", IN),
            Map.entry("resources/read", BOTH),
            Map.entry("resources/subscribe", new Inspection(Outbound.CALL, Inbound.NONE)),
            Map.entry("resources/unsubscribe", NOTHING),
            Map.entry("subscriptions/listen", IN),
            Map.entry("prompts/list", IN),
            Map.entry("prompts/get", BOTH),
            Map.entry("completion/complete", BOTH),
            Map.entry("tasks/get", IN),
            Map.entry("tasks/result", IN),
            Map.entry("tasks/list", IN),
            Map.entry("tasks/cancel", IN),
            Map.entry("tasks/update", BOTH),
            Map.entry("sampling/createMessage", BOTH),
            Map.entry("elicitation/create", BOTH),
            Map.entry("roots/list", new Inspection(Outbound.CALL, Inbound.NONE)));

    private static final Map<String, Inspection> NOTIFICATIONS = Map.ofEntries(
            Map.entry("notifications/initialized", NOTHING),
            Map.entry("notifications/cancelled", NOTHING),
            Map.entry("notifications/progress", IN),
            Map.entry("notifications/message", IN),
            Map.entry("notifications/roots/list_changed", NOTHING),
            Map.entry("notifications/tools/list_changed", NOTHING),
            Map.entry("notifications/prompts/list_changed", NOTHING),
            Map.entry("notifications/resources/list_changed", NOTHING),
            Map.entry("notifications/resources/updated", NOTHING),
            Map.entry("notifications/subscriptions/acknowledged", NOTHING),
            Map.entry("notifications/elicitation/complete", NOTHING),
            Map.entry("notifications/tasks/status", IN),
            Map.entry("notifications/tasks", IN));

    private static final Map<String, Inspection> ALL = new TreeMap<>(REQUESTS);
    private static final Set<String> FOLDED = new TreeSet<>();

    static {
        ALL.putAll(NOTIFICATIONS);
        ALL.keySet().forEach(method -> FOLDED.add(Folding.of(method)));
    }

    private Methods() {}

    /** What is looked at in a method. */
    public static Inspection of(String method) {
        return ALL.getOrDefault(method, BOTH);
    }

    /** Whether the protocol has the method. */
    public static boolean isKnown(String method) {
        return ALL.containsKey(method);
    }

    /** Whether a known method has this folded form. */
    static boolean isKnownFolded(String folded) {
        return FOLDED.contains(folded);
    }

    /** Whether the method is one that wants a response. */
    static boolean isRequest(String method) {
        return REQUESTS.containsKey(method);
    }
}
