package io.weir.messaging.kafka;

import io.weir.messaging.codec.RecordCodec;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Kafka's view of a codec, outwards. Safe to share between threads.
 *
 * @param <T> type of the records
 */
public final class RecordSerializer<T> implements Serializer<T> {

    private final RecordCodec<T> codec;

    /** Encodes with this codec. */
    public RecordSerializer(RecordCodec<T> codec) {
        this.codec = codec;
    }

    @Override
    public byte[] serialize(String topic, T value) {
        return codec.encode(value);
    }
}
