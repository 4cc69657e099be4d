package io.weir.edge.mcp.era;

import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.Message.Kind;
import io.weir.edge.mcp.message.RpcError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client of a revision with sessions says, as a server of 2026-07-28 is told, and what that server answers, as
 * the client is told. One for each session; safe to share between threads.
 */
public final class OlderClient {

    private static final String NO_INPUT =
            "The server answers in a way that only revision 2026-07-28 has (it asks for input, or for a later look),"
                    + " and the client speaks an older one; the edge does not translate this, use a client of the server's"
                    + " revision.";

    private final Map<String, @Nullable Object> introduction = new LinkedHashMap<>();
    private final Carrier carrier;
    private volatile @Nullable String logLevel;

    /** A client that introduces itself so. */
    public OlderClient(Message initialize, Carrier carrier) {
        this.carrier = carrier;
        introduction.put(Revision.VERSION, Revision.MODERN);
        Object name = initialize.params().get("clientInfo");
        if (name instanceof Map<?, ?>) {
            introduction.put(Revision.CLIENT_INFO, name);
        }
        introduction.put(
                Revision.CAPABILITIES, Revision.ofClient(initialize.params().get("capabilities"), carrier));
    }

    /** Asks a server in the client's name what it is. */
    public Message discovery(@Nullable Object id) {
        return Message.asking(id, "server/discover", Map.of("_meta", introduction));
    }

    /** Asks a server to tell of changes in its lists; empty if it has said that it does not. */
    public Optional<Message> listening(String id, Message discovered) {
        Map<String, Object> lists = Subscription.lists(discovered.result().get("capabilities"));
        return lists.isEmpty() ? Optional.empty() : Optional.of(listening(id, lists));
    }

    /** Asks a server to tell of changes in a resource. */
    public Message listening(String id, String uri) {
        return listening(id, Subscription.resource(uri));
    }

    private Message listening(String id, Map<String, Object> filter) {
        return Message.asking(id, "subscriptions/listen", Map.of("notifications", filter, "_meta", introduction));
    }

    /** Whether a server that answers so speaks 2026-07-28. */
    public static boolean isUnderstood(Message discovered) {
        return Members.list(discovered.result().get("supportedVersions")).contains(Revision.MODERN);
    }

    /** The answer to the client's introduction. */
    public Message greeting(Message initialize, Message discovered) {
        String wanted = Members.text(initialize.params().get("protocolVersion"));
        Map<String, @Nullable Object> told = discovered.result();
        Object named = Members.map(told.get("_meta")).getOrDefault(Revision.SERVER_INFO, told.get("serverInfo"));
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put(
                "protocolVersion",
                wanted != null && Revision.WITHOUT_BATCHES.contains(wanted) ? wanted : Revision.OLDER);
        result.put("capabilities", Revision.ofServer(told.get("capabilities"), carrier));
        result.put("serverInfo", named instanceof Map<?, ?> ? named : Map.of("name", "server", "version", "unknown"));
        if (told.get("instructions") instanceof String instructions) {
            result.put("instructions", instructions);
        }
        return Message.answering(initialize.id(), "result", result);
    }

    /** What becomes of a message that may go out. */
    public Passage toServer(Message message) {
        String method = message.methodName();
        if (message.kind() != Kind.REQUEST) {
            return new Passage.Taken();
        }
        if (method.equals("ping")) {
            return answered(message);
        }
        if (method.equals("logging/setLevel")) {
            logLevel = Members.text(message.params().get("level"));
            return answered(message);
        }
        if (Revision.ONLY_IN_SESSIONS.contains(method) || method.startsWith("tasks/")) {
            return new Passage.Answered(
                    200,
                    Answer.error(
                            message.id(),
                            RpcError.METHOD_NOT_FOUND,
                            "The server speaks revision 2026-07-28, which has no " + method
                                    + " for clients of sessions; the edge does not translate it.",
                            Map.of()));
        }
        Map<String, @Nullable Object> told = new LinkedHashMap<>(introduction);
        if (logLevel != null) {
            told.put(Revision.LOG_LEVEL, logLevel);
        }
        return new Passage.Sent(message.withMore(List.of("params", "_meta"), told));
    }

    private static Passage answered(Message message) {
        return new Passage.Answered(200, Answer.result(message.id(), Map.of()));
    }

    /** What of an answer or a notice of the server's the client is told. */
    public Message toClient(Message request, Message told) {
        Object type = told.result().getOrDefault("resultType", "complete");
        if (!Revision.isAnswer(told) || "complete".equals(type)) {
            return told;
        }
        return failed(request, NO_INPUT).withId(told.id());
    }

    /** The answer to a request that has failed. A tool that has is something that the model can tell its user of. */
    static Message failed(Message request, String why) {
        Map<String, @Nullable Object> failed = new LinkedHashMap<>();
        failed.put("content", List.of(Answer.text(why)));
        failed.put("isError", true);
        return request.methodName().equals("tools/call")
                ? Message.answering(request.id(), "result", failed)
                : Message.answering(request.id(), "error", Map.of("code", RpcError.UNTRANSLATED, "message", why));
    }

    /** The status of an answer: one that is not found would end the client's session. */
    public static int status(int status, Message told) {
        return Revision.isAnswer(told) && told.id() != null ? 200 : status;
    }

    /** The refusal of a request of the server's, which its own revision has not. */
    public static String unasked(Message asked) {
        return Answer.error(
                asked.id(), RpcError.METHOD_NOT_FOUND, "Revision 2026-07-28 has no such request.", Map.of());
    }

    /** The answer to a request whose answer never came. */
    public static String unanswered(Message request) {
        return Answer.error(request.id(), RpcError.UPSTREAM, "The server's stream ended without an answer.", Map.of());
    }
}
