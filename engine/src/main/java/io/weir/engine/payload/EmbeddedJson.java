package io.weir.engine.payload;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** JSON that stands inside a string. */
final class EmbeddedJson {

    private static final JsonMapper MAPPER = mapper();
    private static final ObjectReader TREES = MAPPER.readerFor(Object.class);

    private EmbeddedJson() {}

    /** Whether it is worth parsing: the first and the last character are a pair of brackets. */
    static boolean looksLikeJson(String text) {
        int first = 0;
        int last = text.length() - 1;
        while (first <= last && text.charAt(first) <= ' ') {
            first++;
        }
        while (last > first && text.charAt(last) <= ' ') {
            last--;
        }
        if (first >= last) {
            return false;
        }
        char open = text.charAt(first);
        char close = text.charAt(last);
        return (open == '{' && close == '}') || (open == '[' && close == ']');
    }

    /**
     * The map or list that the text holds, or null where it is not well-formed. A map with a name that occurs twice is
     * refused as well, since the tree would lose the first of the two.
     */
    static @Nullable Object parse(String text) {
        try {
            return TREES.readValue(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** A parser that reads a text just as it was read for its tree. */
    static JsonParser parser(String text) throws IOException {
        return MAPPER.createParser(text);
    }

    /** The text of a tree. */
    static String write(Object tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a parsed JSON tree cannot be written back", e);
        }
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(ReadingLimits.DEFAULT.maxDepth())
                        .build());
        return mapper;
    }
}
