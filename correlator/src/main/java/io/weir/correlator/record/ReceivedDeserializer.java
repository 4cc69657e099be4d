package io.weir.correlator.record;

import io.weir.messaging.codec.RecordCodec;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value and keeps its bytes. Throws {@link io.weir.messaging.codec.RecordUnreadable}.
 *
 * @param <T> type of the value
 */
public final class ReceivedDeserializer<T> implements Deserializer<Received<T>> {

    private final Function<byte @Nullable [], T> decode;

    /** Decodes with this codec. */
    public ReceivedDeserializer(RecordCodec<T> codec) {
        this(codec::decode);
    }

    /** Decodes with this function, which throws where there is no value in the bytes. */
    public ReceivedDeserializer(Function<byte @Nullable [], T> decode) {
        this.decode = decode;
    }

    @Override
    public Received<T> deserialize(String topic, byte @Nullable [] bytes) {
        T value = decode.apply(bytes);
        return new Received<>(value, bytes == null ? new byte[0] : bytes);
    }
}
