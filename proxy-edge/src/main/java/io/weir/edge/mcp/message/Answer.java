package io.weir.edge.mcp.message;

import io.weir.platform.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages that we write ourselves. */
public final class Answer {

    private Answer() {}

    /** An error. */
    public static String error(@Nullable Object id, int code, String message, Map<String, ?> data) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        if (!data.isEmpty()) {
            error.put("data", data);
        }
        return envelope(id, "error", error);
    }

    /** An error that says why a message was not taken. */
    public static String error(MessageRefused refused) {
        return error(refused.id(), refused.code(), refused.detail(), Map.of());
    }

    /** A result. */
    public static String result(@Nullable Object id, Map<String, ?> result) {
        return envelope(id, "result", result);
    }

    /**
     * The result of a tool that was not called: an error in the tool's own terms, so that the model can react to it.
     *
     * @param modern whether the client speaks 2026-07-28 or later
     */
    public static String toolError(@Nullable Object id, String text, Map<String, ?> meta, boolean modern) {
        Map<String, Object> result = new LinkedHashMap<>();
        if (modern) {
            result.put("resultType", "complete");
        }
        result.put("content", List.of(text(text)));
        result.put("isError", true);
        if (!meta.isEmpty()) {
            result.put("_meta", meta);
        }
        return result(id, result);
    }

    /** A notification. */
    public static String notification(String method, Map<String, ?> params) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("jsonrpc", "2.0");
        message.put("method", method);
        message.put("params", params);
        return Json.text(message);
    }

    /** A block of text. */
    public static Map<String, Object> text(String text) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("type", "text");
        block.put("text", text);
        return block;
    }

    private static String envelope(@Nullable Object id, String name, Map<String, ?> value) {
        Map<String, @Nullable Object> message = new LinkedHashMap<>();
        message.put("jsonrpc", "2.0");
        message.put("id", id);
        message.put(name, value);
        return Json.text(message);
    }
}
