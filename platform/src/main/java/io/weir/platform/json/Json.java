package io.weir.platform.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.weir.schemas.event.Fingerprint;

/**
 * The one mapper of the project, for our own records: topics, files, answers. Members that this version does not know
 * are passed over, because records evolve by addition. What comes from outside is read by {@link StrictJson}.
 *
 * <p>Safe to share between threads: the mapper is never reconfigured.
 */
public final class Json {

    /** Deepest nesting that is read, in levels. Record envelopes included, so it is above what callers may send. */
    public static final int RECORD_DEPTH_MAX = 160;

    /** Longest string of a record, in UTF-16 units: above the largest record that Kafka takes by default, 1 MiB. */
    public static final int RECORD_STRING_LENGTH_MAX = 4 << 20;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(RECORD_DEPTH_MAX)
                            .maxStringLength(RECORD_STRING_LENGTH_MAX)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .addMixIn(Fingerprint.class, FingerprintJson.class)
            .build();

    private Json() {}

    /** The mapper. It must not be reconfigured. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /**
     * A record or a JSON value as compact UTF-8.
     *
     * @throws IllegalArgumentException if {@code value} has no JSON form: a programming error
     */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON form for " + value.getClass(), e);
        }
    }

    /**
     * A record or a JSON value as compact text.
     *
     * @throws IllegalArgumentException if {@code value} has no JSON form: a programming error
     */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON form for " + value.getClass(), e);
        }
    }
}
