package io.weir.launcher.trace;

import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.ResponseInput;
import io.weir.platform.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recorded calls and results as they are shown to the scan API and to the engine: one form for every command. */
public final class TraceCalls {

    /** Method of every recorded call. */
    public static final String METHOD = "POST";

    private static final int STATUS_OK = 200;
    private static final int STATUS_FAILED = 500;

    private TraceCalls() {}

    /** Pseudo URL of a tool. */
    public static String callUrl(String tool) {
        return "mcp://" + tool;
    }

    /** Body of a call: its arguments. */
    public static Map<String, Object> callBody(TraceEvent call) {
        return call.args() == null ? Map.of() : call.args();
    }

    /** Body of a response: its text, or the text of the error where there is none. */
    public static String responseBody(TraceEvent result) {
        boolean hasText = result.result() != null && !result.result().isEmpty();
        String text = hasText ? result.result() : result.error();
        return text == null ? "" : text;
    }

    /** Status of a response: 200, or 500 where the tool failed. */
    public static int responseStatus(TraceEvent result) {
        return result.error() == null ? STATUS_OK : STATUS_FAILED;
    }

    /**
     * A call as the engine takes it.
     *
     * @param context what the user asked for, or null
     */
    public static CallInput callInput(TraceEvent call, @Nullable String context) {
        Map<String, Object> body = callBody(call);
        return new CallInput(METHOD, callUrl(call.tool()), Map.of(), body, Json.bytes(body).length, context);
    }

    /** A result as the engine takes it. */
    public static ResponseInput responseInput(TraceEvent result) {
        String body = responseBody(result);
        return new ResponseInput(body, Json.bytes(body).length, responseStatus(result));
    }
}
