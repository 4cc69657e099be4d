package io.weir.edge.mcp.relay;

import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.Message;
import io.weir.platform.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The page where people decide on held calls, and how clients are asked to show it (URL elicitation). It shows and
 * never decides: whatever a client answers, the call waits for what a person says there.
 *
 * @param template URL with a place for the id; empty if there is no page
 */
public record ApprovalPage(String template) {

    /** There is none. */
    public static final ApprovalPage NONE = new ApprovalPage("");

    /** Stands where the id of the approval belongs. */
    public static final String PLACE = "{approval_id}";

    /** Key of our request among those of a result, and beginning of our state and of ids of our requests. */
    private static final String NAME = "weir_approval";

    private static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";

    /** Requests whose results may ask for input (revision 2026-07-28). */
    private static final Set<String> ASKING = Set.of("tools/call", "prompts/get", "resources/read");

    private static final Set<String> NO = Set.of("decline", "cancel");

    /** Whether a client that introduces itself so can show links. */
    static boolean isShownBy(Map<String, @Nullable Object> capabilities) {
        return Members.map(capabilities.get("elicitation")).get("url") instanceof Map<?, ?>;
    }

    /** Whether the answer to a held call may ask its client to show the page. */
    boolean canBeAskedFor(HeldCall call) {
        Message message = call.message();
        return !template.isEmpty()
                && call.modern()
                && ASKING.contains(message.methodName())
                // Our state would take the place of the server's.
                && !message.params().containsKey("requestState")
                && isShownBy(Members.map(message.meta().get(CAPABILITIES)));
    }

    /** The answer that asks for it: the client makes the same call again when it has shown the page. */
    String inputRequired(HeldCall call) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("resultType", "input_required");
        result.put("inputRequests", inputRequests(call));
        result.put("requestState", NAME + ":" + call.approvalId());
        return Answer.result(call.message().id(), result);
    }

    /** The request that asks for it, among those of a result or a task. */
    Map<String, Object> inputRequests(HeldCall call) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("method", "elicitation/create");
        request.put("params", link(call));
        return Map.of(NAME, request);
    }

    /** Whether a message holds an answer to it. */
    static boolean isAnswered(Message message) {
        return Members.map(message.params().get("inputResponses")).containsKey(NAME);
    }

    /** Whether a call is made again because we have asked for the page to be shown. */
    static boolean isShown(Message message) {
        String state = Members.text(message.params().get("requestState"));
        return state != null && state.startsWith(NAME + ":");
    }

    /** Whether the client says that its user would not have the page shown. */
    static boolean isDeclined(Message message) {
        Object answer = Members.map(message.params().get("inputResponses")).get(NAME);
        return NO.contains(String.valueOf(Members.map(answer).get("action")));
    }

    /** The call as it was made first: what is meant for us goes no further. */
    static Message withoutAnswer(Message message) {
        Map<String, @Nullable Object> params = new LinkedHashMap<>(message.params());
        params.remove("requestState");
        params.remove("inputResponses");
        return message.with(params);
    }

    /** Whether the client of an older revision can be asked while the call waits. */
    boolean canBeSentFor(HeldCall call, boolean shown) {
        return !template.isEmpty() && shown && !call.modern();
    }

    /** The request that asks it. */
    String request(HeldCall call) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("jsonrpc", "2.0");
        message.put("id", requestId(call));
        message.put("method", "elicitation/create");
        message.put("params", link(call));
        return Json.text(message);
    }

    /** Whether a message answers such a request: nothing that stands in it is for the server. */
    static boolean isAnswer(Message message) {
        return message.id() instanceof String id && id.startsWith(NAME + ":");
    }

    /** Tells the client that the page need not be shown any more. */
    static String done(HeldCall call) {
        return Answer.notification("notifications/elicitation/complete", Map.of("elicitationId", call.approvalId()));
    }

    private static String requestId(HeldCall call) {
        return NAME + ":" + call.approvalId() + ":" + call.message().idKey();
    }

    private Map<String, Object> link(HeldCall call) {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("mode", "url");
        link.put(
                "message",
                "A person must decide on this call of '" + CallBodies.tool(call.message()) + "'; nothing was sent.");
        link.put("url", template.replace(PLACE, URLEncoder.encode(call.approvalId(), StandardCharsets.UTF_8)));
        link.put("elicitationId", call.approvalId());
        return link;
    }
}
