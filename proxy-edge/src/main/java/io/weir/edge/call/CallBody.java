package io.weir.edge.call;

import io.weir.platform.json.Json;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a call: what the scan API is shown, and how a redacted one goes back on the wire. */
public sealed interface CallBody {

    /** What Java puts in place of bytes that are no character. */
    char UNREADABLE = '\uFFFD';

    /** There is none. */
    CallBody NONE = new None();

    /** What is scanned, in a form that can be written as JSON. */
    @Nullable
    Object scanForm();

    /**
     * The bytes to forward in place of the original ones.
     *
     * @param sanitized the scan API's redacted form of {@link #scanForm()}
     * @return empty if the redacted form does not fit this kind of body, or is not redacted at all
     */
    Optional<byte[]> redacted(@Nullable Object sanitized);

    /** No body, or an empty one. */
    record None() implements CallBody {

        @Override
        public @Nullable Object scanForm() {
            return null;
        }

        @Override
        public Optional<byte[]> redacted(@Nullable Object sanitized) {
            return Optional.empty();
        }
    }

    /**
     * JSON that all readers understand alike.
     *
     * @param json the whole body
     */
    record OfJson(JsonText json) implements CallBody {

        @Override
        public Object scanForm() {
            return json;
        }

        @Override
        public Optional<byte[]> redacted(@Nullable Object sanitized) {
            return sanitized == null || Objects.equals(sanitized, json.value())
                    ? Optional.empty()
                    : Optional.of(Json.bytes(sanitized));
        }
    }

    /**
     * Text of any other kind.
     *
     * @param text the whole body
     * @param charset what it is encoded in
     */
    record OfText(String text, Charset charset) implements CallBody {

        @Override
        public Object scanForm() {
            return text;
        }

        @Override
        public Optional<byte[]> redacted(@Nullable Object sanitized) {
            return sanitized instanceof String redacted && !redacted.equals(text)
                    ? Optional.of(redacted.getBytes(charset))
                    : Optional.empty();
        }
    }

    /**
     * Bytes that are no text as a whole. What can be read in them is scanned, so that one stray byte does not hide a
     * text around it; they cannot be redacted.
     *
     * @param contentType as declared; empty if it is not
     * @param length number of bytes
     * @param readable the characters in them, everything else as blanks
     * @param decoded the text that they are in the declared charset; null if they are none
     */
    record OfBytes(
            String contentType,
            int length,
            String readable,
            @Nullable String decoded) implements CallBody {

        /** A body of these bytes, and what they are in the declared charset. */
        public static OfBytes of(String contentType, byte[] bytes, @Nullable String decoded) {
            return new OfBytes(contentType, bytes.length, readable(new String(bytes, StandardCharsets.UTF_8)), decoded);
        }

        @Override
        public Object scanForm() {
            Map<String, Object> form = new LinkedHashMap<>();
            form.put("content_type", contentType);
            form.put("encoding", "binary");
            form.put("bytes", length);
            form.put("text", readable);
            if (decoded != null && !decoded.equals(readable)) {
                form.put("decoded", decoded);
            }
            return form;
        }

        @Override
        public Optional<byte[]> redacted(@Nullable Object sanitized) {
            return Optional.empty();
        }

        /** A zero byte is passed over: in UTF-16 each second byte of a plain text is one. */
        private static String readable(String lenient) {
            StringBuilder text = new StringBuilder();
            boolean gap = false;
            for (char unit : lenient.toCharArray()) {
                boolean shown = unit >= ' ' && unit != UNREADABLE;
                if (shown && gap) {
                    text.append(' ');
                }
                if (shown) {
                    text.append(unit);
                }
                gap = !shown && (gap || unit != 0);
            }
            return text.toString();
        }
    }
}
