package io.weir.edge.call;

import io.weir.platform.json.Json;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a call: what the scan API is shown, and how a redacted one goes back on the wire. */
public sealed interface CallBody {

    /** There is none. */
    CallBody NONE = new None();

    /** The JSON value that is scanned. */
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
     * @param value map, list, string, number or boolean
     */
    record OfJson(Object value) implements CallBody {

        @Override
        public Object scanForm() {
            return value;
        }

        @Override
        public Optional<byte[]> redacted(@Nullable Object sanitized) {
            return sanitized == null || Objects.equals(sanitized, value)
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
     * Bytes that are no text. They are scanned in base64, which the engine looks through; they cannot be redacted.
     *
     * @param contentType as declared; empty if it is not
     * @param base64 the bytes
     */
    record OfBytes(String contentType, String base64) implements CallBody {

        /** A body of these bytes. */
        public static OfBytes of(String contentType, byte[] bytes) {
            return new OfBytes(contentType, Base64.getEncoder().encodeToString(bytes));
        }

        @Override
        public Object scanForm() {
            Map<String, String> form = new LinkedHashMap<>();
            form.put("content_type", contentType);
            form.put("encoding", "base64");
            form.put("base64", base64);
            return form;
        }

        @Override
        public Optional<byte[]> redacted(@Nullable Object sanitized) {
            return Optional.empty();
        }
    }
}
