package io.weir.platform.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.PackedValues;
import io.weir.schemas.event.ValuePrint;
import java.io.IOException;
import java.util.List;

/**
 * The form of a {@link Fingerprint} in JSON: its values are a packed text, because nobody but Weir reads them and they were
 * most of an event.
 */
abstract class FingerprintJson {

    @JsonSerialize(using = Writer.class)
    @JsonDeserialize(using = Reader.class)
    abstract List<ValuePrint> values();

    /** Writes the packed text. */
    static final class Writer extends JsonSerializer<List<ValuePrint>> {

        @Override
        public void serialize(List<ValuePrint> values, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(PackedValues.text(values));
        }
    }

    /** Reads the packed text, and the list of objects that was written before. */
    static final class Reader extends JsonDeserializer<List<ValuePrint>> {

        @Override
        public List<ValuePrint> deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() == JsonToken.START_ARRAY) {
                return List.of(context.readValue(in, ValuePrint[].class));
            }
            try {
                return PackedValues.of(in.getText());
            } catch (IllegalArgumentException e) {
                // The text is not quoted: it would stand in logs.
                throw JsonMappingException.from(in, "these are no packed values", e);
            }
        }
    }
}
