package io.weir.schemas.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.List;

/** Values of a sketch in JSON: a packed text, because nobody but Weir reads them and they were most of an event. */
final class ValuesJson {

    private ValuesJson() {}

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
