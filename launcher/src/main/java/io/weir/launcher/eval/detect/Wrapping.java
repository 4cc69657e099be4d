package io.weir.launcher.eval.detect;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.weir.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a text is put into a body. The names are the words of the command line. */
enum Wrapping {
    /** The body is the text. */
    none,
    /** A string value of a JSON tool call. */
    json,
    /** A string value of JSON that stands in a string value of a JSON tool call. */
    nested,
    /** The base64 of the text as a string value of a JSON tool call. */
    base64;

    private static final String KEY = "text";

    /** The body as the API would have read it. */
    Object body(String text) {
        return switch (this) {
            case none -> text;
            case json -> Map.of(KEY, text);
            case nested -> Map.of(KEY, Json.text(Map.of(KEY, text)));
            case base64 -> Map.of(KEY, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        };
    }

    /** The text in a body that may have been redacted; null where the redaction took the wrapping with it. */
    @Nullable
    String text(@Nullable Object body) {
        Object value = body instanceof Map<?, ?> map ? map.get(KEY) : body;
        if (!(value instanceof String text)) {
            return null;
        }
        return switch (this) {
            case none, json -> text;
            case nested -> inner(text);
            case base64 -> decoded(text);
        };
    }

    private static @Nullable String inner(String json) {
        try {
            return Json.mapper().readTree(json).path(KEY).textValue();
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static @Nullable String decoded(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
