package io.weir.messaging.kafka;

import io.weir.messaging.codec.RecordCodec;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's view of a codec, inwards. Throws {@link io.weir.messaging.codec.RecordUnreadable}. Safe to share between
 * threads.
 *
 * @param <T> type of the records
 */
public final class RecordDeserializer<T> implements Deserializer<T> {

    private final RecordCodec<T> codec;

    /** Decodes with this codec. */
    public RecordDeserializer(RecordCodec<T> codec) {
        this.codec = codec;
    }

    @Override
    public T deserialize(String topic, byte @Nullable [] bytes) {
        return codec.decode(bytes);
    }
}
