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
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request of a client of 2026-07-28, as a server with sessions is told, and what that server answers, as the client
 * is told. The session is the edge's; its requests have ids of the edge's, because clients that share it may use the
 * same.
 *
 * @param request the client's
 * @param id under which the server knows it
 * @param carrier what brings it there
 */
public record ModernClient(Message request, String id, Carrier carrier) {

    /** The revision that such clients speak. */
    public static final String REVISION = Revision.MODERN;

    private static final Set<String> CACHEABLE =
            Set.of("tools/list", "resources/list", "resources/templates/list", "resources/read", "prompts/list");
    private static final Set<String> OF_THE_REQUEST = Set.of("notifications/progress", "notifications/message");
    private static final Set<String> ASKING = Set.of("tools/call", "prompts/get", "resources/read");
    private static final String INPUT = "input";
    private static final int RESOURCE_NOT_FOUND = -32002;

    /** What a client tells a server whose greeting it has understood. */
    public static final String INITIALIZED = Answer.notification("notifications/initialized", Map.of());

    /** A request that comes in an exchange of its own. */
    public ModernClient(Message request, String id) {
        this(request, id, Carrier.EXCHANGES);
    }

    /** A request of a caller who knows no revision, as a client of 2026-07-28 makes it that can be asked nothing. */
    public static Message spokenBy(String name, Message plain) {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>(plain.meta());
        meta.put(Revision.VERSION, Revision.MODERN);
        meta.put(Revision.CAPABILITIES, Map.of());
        meta.put(Revision.CLIENT_INFO, new TreeMap<>(Map.of("name", name, "version", "1")));
        Map<String, @Nullable Object> params = new LinkedHashMap<>(plain.params());
        params.put("_meta", meta);
        return plain.with(params);
    }

    /** Asks a server what it is, in the words of 2026-07-28. */
    public Message discovery() {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put(Revision.VERSION, Revision.MODERN);
        meta.put(Revision.CAPABILITIES, Revision.ofClient(request.meta().get(Revision.CAPABILITIES), carrier));
        if (request.meta().get(Revision.CLIENT_INFO) instanceof Map<?, ?> name) {
            meta.put(Revision.CLIENT_INFO, name);
        }
        return Message.asking(id, "server/discover", Map.of("_meta", meta));
    }

    /** Introduces the edge's session to a server. */
    public Message introduction() {
        return Message.asking(id, "initialize", presented());
    }

    /** What the client has to say of itself. */
    public Map<String, @Nullable Object> presented() {
        Map<String, @Nullable Object> meta = request.meta();
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("protocolVersion", Revision.OLDER);
        params.put("capabilities", Revision.ofClient(meta.get(Revision.CAPABILITIES), carrier));
        Object name = meta.get(Revision.CLIENT_INFO);
        params.put("clientInfo", name instanceof Map<?, ?> ? name : Map.of("name", "client", "version", "unknown"));
        return params;
    }

    /** Whether a server that answers so has begun a session. */
    public static boolean isWelcome(Message greeting) {
        return greeting.result().get("protocolVersion") instanceof String;
    }

    /** What becomes of the request, once it may go out, in a session that the server began with this greeting. */
    public Passage toServer(Message greeting) {
        String method = request.methodName();
        if (request.kind() != Kind.REQUEST) {
            return new Passage.Taken();
        }
        Optional<Passage> refused = refused();
        if (refused.isPresent()) {
            return refused.get();
        }
        if (method.equals("server/discover")) {
            return new Passage.Answered(200, Answer.result(request.id(), discovered(greeting.result())));
        }
        if (carrier == Carrier.STREAMS && method.equals("subscriptions/listen")) {
            return new Passage.Listened(
                    Subscription.of(request, greeting.result().get("capabilities")));
        }
        if (method.equals("subscriptions/listen") || method.startsWith("tasks/")) {
            return refused(
                    404,
                    RpcError.METHOD_NOT_FOUND,
                    "The server speaks revision " + greeting.result().get("protocolVersion")
                            + "; the edge does not translate " + method + " for it.",
                    Map.of());
        }
        return new Passage.Sent(request.withId(id));
    }

    /** What a server of 2026-07-28 would not take. */
    private Optional<Passage> refused() {
        Map<String, @Nullable Object> meta = request.meta();
        if (Revision.ONLY_IN_SESSIONS.contains(request.methodName())) {
            return Optional.of(
                    refused(404, RpcError.METHOD_NOT_FOUND, "Revision 2026-07-28 has no such method.", Map.of()));
        }
        if (!(meta.get(Revision.VERSION) instanceof String version)
                || !(meta.get(Revision.CAPABILITIES) instanceof Map<?, ?>)) {
            String lacking = "The request does not say in _meta which revision it is of and what its client can do.";
            return Optional.of(refused(400, RpcError.INVALID_PARAMS, lacking, Map.of()));
        }
        Map<String, Object> known = Map.of("supported", List.of(Revision.MODERN), "requested", version);
        return version.equals(Revision.MODERN)
                ? Optional.empty()
                : Optional.of(refused(400, Revision.UNSUPPORTED_VERSION, "The revision is not supported.", known));
    }

    private Passage refused(int status, int code, String why, Map<String, ?> data) {
        return new Passage.Answered(status, Answer.error(request.id(), code, why, data));
    }

    private Map<String, @Nullable Object> discovered(Map<String, @Nullable Object> greeting) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("resultType", "complete");
        result.put("supportedVersions", List.of(Revision.MODERN));
        result.put("capabilities", Revision.ofServer(greeting.get("capabilities"), carrier));
        if (greeting.get("instructions") instanceof String instructions) {
            result.put("instructions", instructions);
        }
        result.put("ttlMs", 0);
        result.put("cacheScope", "private");
        if (greeting.get("serverInfo") instanceof Map<?, ?> name) {
            result.put("_meta", Map.of(Revision.SERVER_INFO, name));
        }
        return result;
    }

    /** What of an answer or a notice of the server's the client is told; empty if nothing. */
    public Optional<Message> toClient(Message told) {
        if (told.kind() == Kind.NOTIFICATION) {
            boolean unwanted = told.methodName().equals("notifications/message")
                    && !request.meta().containsKey(Revision.LOG_LEVEL);
            return OF_THE_REQUEST.contains(told.methodName()) && !unwanted ? Optional.of(told) : Optional.empty();
        }
        if (told.kind() == Kind.REQUEST || (told.id() != null && !id.equals(told.id()))) {
            return Optional.empty();
        }
        Message answer = told.id() == null ? told : told.withId(request.id());
        return Optional.of(answer.members().containsKey("error") ? failed(answer) : completed(answer));
    }

    private Message completed(Message answer) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("resultType", "complete");
        if (CACHEABLE.contains(request.methodName())) {
            more.put("ttlMs", 0);
            more.put("cacheScope", "private");
        }
        more.keySet().removeAll(answer.result().keySet());
        return answer.withMore(List.of("result"), more);
    }

    private static Message failed(Message answer) {
        Object code = Members.map(answer.members().get("error")).get("code");
        return Integer.valueOf(RESOURCE_NOT_FOUND).equals(code)
                ? answer.withMore(List.of("error"), Map.of("code", RpcError.INVALID_PARAMS))
                : answer;
    }

    /** The status of an answer. */
    public static int status(int status, Message told) {
        Object code = Members.map(told.members().get("error")).get("code");
        if (Integer.valueOf(RpcError.METHOD_NOT_FOUND).equals(code)) {
            return 404;
        }
        return Integer.valueOf(Revision.MISSING_CAPABILITY).equals(code) ? 400 : status;
    }

    /** The refusal of a request of the server's: clients of 2026-07-28 cannot be asked. */
    public static String unasked(Message asked) {
        return Answer.error(
                asked.id(),
                RpcError.METHOD_NOT_FOUND,
                "The client speaks revision 2026-07-28, which has no requests of servers.",
                Map.of());
    }

    /** Whether the answer to the request may ask the client what the server asks here. */
    public boolean canBeAsked(Message question) {
        Map<String, @Nullable Object> able = Members.map(request.meta().get(Revision.CAPABILITIES));
        return ASKING.contains(request.methodName())
                && able.get(Revision.capability(question.methodName())) instanceof Map<?, ?>;
    }

    /**
     * The answer that asks the client what the server asks here: it makes the request again, with what it has to say.
     *
     * @param state by which the request is known again
     */
    public Message asking(Message question, String state) {
        Map<String, @Nullable Object> asked = new LinkedHashMap<>();
        asked.put("method", question.methodName());
        asked.put("params", question.params());
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("resultType", "input_required");
        result.put("inputRequests", Map.of(INPUT, asked));
        result.put("requestState", state);
        return Message.answering(request.id(), "result", result);
    }

    /** The state that a request comes back with; null if it does not. */
    public static @Nullable String state(Message again) {
        return Members.text(again.params().get("requestState"));
    }

    /** What the client has to say when it comes back with the request. */
    public static String answer(Message question, Message again) {
        Object said = Members.map(again.params().get("inputResponses")).get(INPUT);
        return said instanceof Map<?, ?>
                ? Answer.result(question.id(), Members.map(said))
                : Answer.error(question.id(), RpcError.INVALID_REQUEST, "The client has not answered.", Map.of());
    }

    /** The answer to a request whose answer never came. */
    public String unanswered() {
        return Answer.error(
                request.id(),
                RpcError.UPSTREAM,
                "The server's stream ended without an answer, and the edge does not come back for it in a session"
                        + " that it holds for the client.",
                Map.of());
    }

    /** Tells the server that nobody waits for the answer any more. */
    public String cancelled() {
        return Answer.notification(
                "notifications/cancelled", Map.of("requestId", id, "reason", "The client has gone."));
    }
}
