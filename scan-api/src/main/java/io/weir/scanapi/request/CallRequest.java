package io.weir.scanapi.request;

import io.weir.engine.payload.CallInput;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.session.SessionClaim;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/scan}, checked.
 *
 * @param input the call
 * @param claim what it says about session and agent
 * @param runtimeType the agent's framework, or null
 * @param environment the environment, or null
 * @param taskId the task inside the session, or null
 * @param parentTraceId the call that led to this one, or null
 */
public record CallRequest(
        CallInput input,
        SessionClaim claim,
        @Nullable String runtimeType,
        @Nullable String environment,
        @Nullable String taskId,
        @Nullable String parentTraceId) {

    private static final int METHOD_LENGTH_MAX = 32;
    private static final int URL_LENGTH_MAX = 64 << 10;
    private static final int HEADERS_MAX = 200;
    private static final int CONTEXT_LENGTH_MAX = 128 << 10;

    /** RFC 9110, section 5.6.2: a token. */
    private static final Pattern METHOD = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    /** RFC 3986, section 3.1: a scheme. What follows it is anybody's in a pseudo URL. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    /**
     * The request in a JSON value. Members that we do not know are passed over.
     *
     * @throws Refusal {@code REQUEST_INVALID} with every fault
     */
    public static CallRequest read(@Nullable Object value) {
        Members members = Members.of(value);
        CallInput input = input(members);
        CallRequest request = new CallRequest(
                input,
                new SessionClaim(
                        members.identifier("session_id"),
                        members.identifier("agent_id"),
                        members.identifier("agent_name")),
                members.identifier("runtime_type"),
                members.identifier("env"),
                members.identifier("task_id"),
                members.identifier("parent_trace_id"));
        members.check();
        return request;
    }

    private static CallInput input(Members members) {
        String method = members.requiredText("method", METHOD_LENGTH_MAX);
        if (!method.isEmpty() && !METHOD.matcher(method).matches()) {
            members.fault("method: must be an HTTP method");
        }
        String url = members.requiredText("url", URL_LENGTH_MAX);
        if (!url.isEmpty() && !SCHEME.matcher(url).lookingAt()) {
            members.fault("url: must be absolute, or a pseudo URL such as mcp://tool");
        }
        Object body = members.any("body");
        String context = members.text("context", CONTEXT_LENGTH_MAX);
        return new CallInput(
                method.toUpperCase(Locale.ROOT),
                url,
                members.texts("headers", HEADERS_MAX),
                body,
                BodySize.of(body),
                context == null || context.isBlank() ? null : context);
    }
}
