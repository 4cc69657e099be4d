package io.weir.testkit.technique;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that an agent is about to make.
 *
 * @param actor who acts
 * @param timeMillis when
 * @param callId unique in the case
 * @param method HTTP verb
 * @param url absolute URL, or {@code mcp://} and the name of a tool
 * @param headers outbound headers
 * @param body JSON value
 * @param request what the user asked the agent for, or null
 */
public record TechniqueCall(
        Actor actor,
        long timeMillis,
        String callId,
        String method,
        String url,
        Map<String, String> headers,
        Object body,
        @Nullable String request)
        implements TechniqueEvent {}
