package io.weir.edge.hook;

import org.jspecify.annotations.Nullable;

/**
 * What a host says of one tool call.
 *
 * @param after whether the tool has run
 * @param failed whether it has failed
 * @param tool name of the tool
 * @param input its arguments; null if there are none
 * @param output what it answered, after it has run
 * @param sessionId the host's conversation
 * @param callId the host's name for the call, the same before and after; null if it has none
 * @param agentId who calls; null if the host does not say
 */
record HookEvent(
        boolean after,
        boolean failed,
        String tool,
        @Nullable Object input,
        @Nullable Object output,
        @Nullable String sessionId,
        @Nullable String callId,
        @Nullable String agentId) {}
