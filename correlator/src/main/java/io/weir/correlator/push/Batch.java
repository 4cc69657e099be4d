package io.weir.correlator.push;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Events that go together, 500 and 1 MiB at most, and where their partitions have got to with them. For one thread. */
final class Batch {

    static final int EVENTS_MAX = 500;
    static final int BYTES_MAX = 1 << 20;

    private final List<byte[]> events = new ArrayList<>();
    private final Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
    private int bytes;

    /** Whether there is room for an event; for the first there is. */
    boolean hasRoom(byte @Nullable [] event) {
        return event == null || events.isEmpty() || (events.size() < EVENTS_MAX && bytes + event.length <= BYTES_MAX);
    }

    /**
     * Adds a record.
     *
     * @param event what is pushed of it, or null
     */
    void add(ConsumerRecord<?, ?> record, byte @Nullable [] event) {
        ends.put(new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
        if (event != null) {
            events.add(event);
            bytes += event.length;
        }
    }

    List<byte[]> events() {
        return events;
    }

    /** Behind the last record of each partition. */
    Map<TopicPartition, OffsetAndMetadata> ends() {
        return ends;
    }
}
