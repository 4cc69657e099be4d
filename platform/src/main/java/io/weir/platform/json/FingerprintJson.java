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
import io.weir.schemas.event.LeafOutline;
import io.weir.schemas.event.PackedLeaves;
import io.weir.schemas.event.PackedValues;
import io.weir.schemas.event.ValuePrint;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * The form of a {@link Fingerprint} in JSON: its leaves and values are packed texts, because nobody but Weir reads them
 * and they were most of an event.
 */
abstract class FingerprintJson {

    @JsonSerialize(using = LeavesWriter.class)
    @JsonDeserialize(using = LeavesReader.class)
    abstract List<LeafOutline> leaves();

    @JsonSerialize(using = ValuesWriter.class)
    @JsonDeserialize(using = ValuesReader.class)
    abstract List<ValuePrint> values();

    /** Writes leaves. */
    static final class LeavesWriter extends Writer<LeafOutline> {
        LeavesWriter() {
            super(PackedLeaves::text);
        }
    }

    /** Reads leaves. */
    static final class LeavesReader extends Reader<LeafOutline> {
        LeavesReader() {
            super(PackedLeaves::of, LeafOutline[].class);
        }
    }

    /** Writes values. */
    static final class ValuesWriter extends Writer<ValuePrint> {
        ValuesWriter() {
            super(PackedValues::text);
        }
    }

    /** Reads values. */
    static final class ValuesReader extends Reader<ValuePrint> {
        ValuesReader() {
            super(PackedValues::of, ValuePrint[].class);
        }
    }

    /** Writes the packed text. */
    private abstract static class Writer<T> extends JsonSerializer<List<T>> {

        private final Function<List<T>, String> form;

        Writer(Function<List<T>, String> form) {
            this.form = form;
        }

        @Override
        public void serialize(List<T> list, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(form.apply(list));
        }
    }

    /** Reads the packed text, and the list of objects that was written before. */
    private abstract static class Reader<T> extends JsonDeserializer<List<T>> {

        private final Function<String, List<T>> form;
        private final Class<T[]> before;

        Reader(Function<String, List<T>> form, Class<T[]> before) {
            this.form = form;
            this.before = before;
        }

        @Override
        public List<T> deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() == JsonToken.START_ARRAY) {
                return List.of(context.readValue(in, before));
            }
            try {
                return form.apply(in.getText());
            } catch (IllegalArgumentException e) {
                // The text is not quoted: it would stand in logs.
                throw JsonMappingException.from(in, "this is no packed text", e);
            }
        }
    }
}
