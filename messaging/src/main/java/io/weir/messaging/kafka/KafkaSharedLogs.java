package io.weir.messaging.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.weir.messaging.codec.RecordCodec;
import io.weir.messaging.log.SharedLog;
import io.weir.messaging.log.SharedLogs;
import io.weir.schemas.topic.Topic;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/** Shared logs on a Kafka cluster: the first partition of a topic each. Safe to share between threads. */
public final class KafkaSharedLogs implements SharedLogs {

    private final KafkaConnection connection;
    private final Duration openingMax;
    private final MeterRegistry meters;

    /** Logs of this cluster; one must be read to its end within {@code openingMax} when it is opened. */
    public KafkaSharedLogs(KafkaConnection connection, Duration openingMax, MeterRegistry meters) {
        this.connection = connection;
        this.openingMax = openingMax;
        this.meters = meters;
    }

    @Override
    public <E> SharedLog<E> open(Topic topic, Class<E> type, Function<E, String> key, Consumer<E> listener) {
        RecordCodec<E> codec = RecordCodec.of(type);
        KafkaLogReader<E> reader = new KafkaLogReader<>(connection, topic, codec, listener, meters);
        reader.start(openingMax);
        return new KafkaSharedLog<>(connection, topic, codec, key, reader);
    }
}
