package io.weir.correlator.record;

import io.weir.messaging.codec.RecordCodec;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value and keeps its bytes. Throws {@link io.weir.messaging.codec.RecordUnreadable}.
 *
 * @param <T> type of the value
 */
public final class ReceivedDeserializer<T> implements Deserializer<Received<T>> {

    private final RecordCodec<T> codec;

    /** Decodes with this codec. */
    public ReceivedDeserializer(RecordCodec<T> codec) {
        this.codec = codec;
    }

    @Override
    public Received<T> deserialize(String topic, byte @Nullable [] bytes) {
        T value = codec.decode(bytes);
        return new Received<>(value, bytes == null ? new byte[0] : bytes);
    }
}
