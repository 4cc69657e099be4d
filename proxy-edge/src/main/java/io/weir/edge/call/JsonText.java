package io.weir.edge.call;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import io.weir.platform.json.JsonRejected;
import io.weir.platform.json.StrictJson;
import io.weir.platform.json.Utf8;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document that all readers understand alike. It stays the text that it is, and goes into a request to the scan
 * API as it stands: reading it into values and writing these again would cost more than all else that an edge does.
 */
public final class JsonText implements JsonSerializable {

    /** Callers bound what they hand in; this bounds what a mistake of theirs could cost. */
    private static final StrictJson JSON = new StrictJson(1 << 28);

    /** The request around the document takes levels of its own. */
    private static final int DEPTH_MAX = StrictJson.DEPTH_MAX - 8;

    private final String text;

    private JsonText(String text) {
        this.text = text;
    }

    /** A document, or empty if the bytes are not JSON in UTF-8, are ambiguous, too deep, or the literal null. */
    public static Optional<JsonText> of(byte[] document) {
        try {
            return of(Utf8.decode(document));
        } catch (JsonRejected e) {
            return Optional.empty();
        }
    }

    /** As {@link #of(byte[])}. */
    public static Optional<JsonText> of(String document) {
        try {
            return JSON.check(document) <= DEPTH_MAX && !document.strip().equals("null")
                    ? Optional.of(new JsonText(document))
                    : Optional.empty();
        } catch (JsonRejected e) {
            return Optional.empty();
        }
    }

    /** The document. */
    public String text() {
        return text;
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeRawValue(new Raw(text));
    }

    @Override
    public void serializeWithType(JsonGenerator generator, SerializerProvider provider, TypeSerializer type)
            throws IOException {
        serialize(generator, provider);
    }

    /** Its bytes are copied into what is written; a generator by itself would encode them unit by unit. */
    private static final class Raw extends SerializedString {

        private static final long serialVersionUID = 1L;

        Raw(String text) {
            super(text);
            _unquotedUTF8Ref = text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Map, list, string, number or boolean. */
    public @Nullable Object value() {
        try {
            return JSON.read(text);
        } catch (JsonRejected e) {
            throw new IllegalStateException("the text has been read before", e);
        }
    }

    @Override
    public String toString() {
        return "JsonText[" + text.length() + " units]";
    }
}
