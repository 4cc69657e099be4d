package io.weir.messaging.codec;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.weir.platform.json.Json;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Turns records of one type into JSON bytes and back. Records evolve by addition: a number or flag that an older writer
 * did not know, or left out because it was 0 or false, reads as 0 or false. Immutable and safe to share.
 *
 * @param <T> type of the records
 */
public final class RecordCodec<T> {

    /**
     * Size of the largest record value. Kafka's default for a whole request is 1 MiB ({@code max.request.size}); the
     * rest is for key and headers.
     */
    public static final int BYTES_MAX = (1 << 20) - (16 << 10);

    private final Class<T> type;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    private RecordCodec(Class<T> type) {
        this.type = type;
        this.reader = Json.mapper()
                .readerFor(type)
                .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                // Our own writers write no member twice, and to look for it costs a fifth of reading a record.
                .without(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
        this.writer = Json.mapper().writerFor(type);
    }

    /** The codec of a type. */
    public static <T> RecordCodec<T> of(Class<T> type) {
        return new RecordCodec<>(type);
    }

    /**
     * The bytes of a record.
     *
     * @throws RecordTooLarge if they are more than {@link #BYTES_MAX}
     * @throws IllegalArgumentException if the record has no JSON form: a programming error
     */
    public byte[] encode(T value) {
        byte[] bytes = write(value);
        if (bytes.length > BYTES_MAX) {
            throw new RecordTooLarge(type, bytes.length);
        }
        return bytes;
    }

    /**
     * The record in these bytes.
     *
     * @throws RecordUnreadable if there is none
     */
    public T decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new RecordUnreadable(type, 0, "it has no value");
        }
        T value = read(bytes);
        if (value == null) {
            throw new RecordUnreadable(type, bytes.length, "it is null");
        }
        return value;
    }

    private byte[] write(T value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON form for " + type, e);
        }
    }

    private @Nullable T read(byte[] bytes) {
        try {
            return reader.readValue(bytes);
        } catch (JsonProcessingException e) {
            throw new RecordUnreadable(type, bytes.length, e.getClass().getSimpleName() + place(e.getLocation()));
        } catch (IOException e) {
            throw new RecordUnreadable(type, bytes.length, e.getClass().getSimpleName());
        }
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : " at byte " + location.getByteOffset();
    }
}
