package io.weir.scanapi.request;

import io.weir.engine.payload.CallInput;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.session.Identifier;
import io.weir.scanapi.session.SessionClaim;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/a2a/scan}, checked: a message of one agent to another. It is judged as the call
 * {@code a2a://receiver/method}, made by the sender.
 *
 * @param receiver id of the agent that shall get it
 * @param call what the sender wants to do
 */
public record MessageRequest(String receiver, CallRequest call) {

    private static final int METHOD_LENGTH_MAX = 64;
    private static final int INTENT_LENGTH_MAX = 16 << 10;
    private static final Pattern METHOD = Pattern.compile("[A-Za-z][A-Za-z0-9_.\\-]{0,63}");

    /**
     * The request in a JSON value. Members that we do not know are passed over.
     *
     * @throws Refusal {@code REQUEST_INVALID} with every fault
     */
    public static MessageRequest read(@Nullable Object value) {
        Members members = Members.of(value);
        String sender = members.requiredText("from_agent_id", Identifier.LENGTH_MAX);
        String receiver = members.requiredText("to_agent_id", Identifier.LENGTH_MAX);
        if (!receiver.isEmpty() && !Identifier.isValid(receiver)) {
            members.fault("to_agent_id: must hold no control characters");
        }
        if (!sender.isEmpty() && !Identifier.isValid(sender)) {
            members.fault("from_agent_id: must hold no control characters");
        }
        String method = members.requiredText("method", METHOD_LENGTH_MAX);
        if (!method.isEmpty() && !METHOD.matcher(method).matches()) {
            members.fault("method: must be a word such as delegate");
        }
        CallRequest call = new CallRequest(
                input(members, receiver, method),
                new SessionClaim(members.identifier("session_id"), sender, null),
                members.identifier("runtime_type"),
                members.identifier("env"),
                members.identifier("task_id"),
                members.identifier("parent_trace_id"));
        members.check();
        return new MessageRequest(receiver, call);
    }

    private static CallInput input(Members members, String receiver, String method) {
        // The intent is the sender's own words: content like the rest, and no request of a user.
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("intent", members.text("intent", INTENT_LENGTH_MAX));
        body.put("payload", members.any("payload"));
        String url = "a2a://" + receiver.replaceAll("[/?#\\\\@:\\s]", "_") + "/" + method;
        return new CallInput("POST", url, Map.of(), body, BodySize.of(body), null);
    }
}
