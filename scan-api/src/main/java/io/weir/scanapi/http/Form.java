package io.weir.scanapi.http;

import io.weir.schemas.error.ErrorCode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a form that was posted, each of which counts once. Immutable and safe to share. */
public final class Form {

    private static final int FIELDS_MAX = 50;
    private static final int NOTE_LENGTH_MAX = 1_000;

    private final Map<String, String> fields;

    private Form(Map<String, String> fields) {
        this.fields = Map.copyOf(fields);
    }

    /**
     * The fields of a body of the type {@code application/x-www-form-urlencoded}.
     *
     * @throws Refusal {@code REQUEST_INVALID} if it is none
     */
    public static Form of(byte[] body) {
        String[] pairs = new String(body, StandardCharsets.UTF_8).split("&", FIELDS_MAX);
        Map<String, String> fields = new HashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new Form(fields);
    }

    /** The text of a field without spaces around it, or the empty text. */
    public String field(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /**
     * The text of the field {@code note}, or null where there is none.
     *
     * @param needed whether there must be one
     * @throws Refusal {@code REQUEST_INVALID} if it is too long, or missing
     */
    public @Nullable String note(boolean needed) {
        String note = field("note");
        if (note.length() > NOTE_LENGTH_MAX || (note.isEmpty() && needed)) {
            throw Refusal.ofMembers(List.of("field note: needs 1 to " + NOTE_LENGTH_MAX + " characters"));
        }
        return note.isEmpty() ? null : note;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(ErrorCode.REQUEST_INVALID, "The form has a percent sign without two hex digits.");
        }
    }
}
