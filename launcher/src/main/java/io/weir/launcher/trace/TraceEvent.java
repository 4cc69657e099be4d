package io.weir.launcher.trace;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event of a recorded run: a line of a trace file. Members that are not listed here are passed over.
 *
 * @param traceId the run
 * @param tenant owner of the data
 * @param sessionId session of the run
 * @param agentId stable id of the agent
 * @param seq position in the run, from 0
 * @param ts time in ISO 8601
 * @param kind {@code tool_call} or {@code tool_result}
 * @param callId joins a result to its call, unique in the run
 * @param tool name of the tool
 * @param args arguments of a call in the order of the file; null on a result
 * @param result text of a result; null on a call
 * @param error why the tool failed, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TraceEvent(
        @JsonProperty(value = "trace_id", required = true) String traceId,
        @JsonProperty(value = "tenant", required = true) String tenant,
        @JsonProperty(value = "session_id", required = true) String sessionId,
        @JsonProperty(value = "agent_id", required = true) String agentId,
        @JsonProperty(value = "seq", required = true) int seq,
        @JsonProperty("ts") @Nullable String ts,
        @JsonProperty(value = "kind", required = true) String kind,
        @JsonProperty(value = "call_id", required = true) String callId,
        @JsonProperty(value = "tool", required = true) String tool,
        @JsonProperty("args") @Nullable Map<String, Object> args,
        @JsonProperty("result") @Nullable String result,
        @JsonProperty("error") @Nullable String error) {

    private static final String CALL = "tool_call";
    private static final String RESULT = "tool_result";

    /**
     * Checks the kind, and copies the arguments.
     *
     * @throws IllegalArgumentException if the kind is neither of the two
     */
    public TraceEvent {
        if (!kind.equals(CALL) && !kind.equals(RESULT)) {
            throw new IllegalArgumentException("kind must be " + CALL + " or " + RESULT);
        }
        args = args == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(args));
    }

    /** Whether it is a call; otherwise it is a result. */
    public boolean isCall() {
        return kind.equals(CALL);
    }
}
