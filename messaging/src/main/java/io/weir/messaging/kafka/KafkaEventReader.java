package io.weir.messaging.kafka;

import io.weir.messaging.StoredEvent;
import io.weir.messaging.codec.RecordCodec;
import io.weir.messaging.codec.RecordUnreadable;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.topic.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A consumer that gets single records by their offsets, one after the other, on a thread of its own. */
final class KafkaEventReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaEventReader.class);
    private static final long FETCH_NANOS_MAX = TimeUnit.SECONDS.toNanos(2);
    private static final Duration POLL_TIME_MAX = Duration.ofMillis(20);
    private static final long IDLE_MILLIS_MAX = 30_000;
    private static final long CLOSE_MILLIS_MAX = 3_000;

    /** More than a record takes as a rule; Kafka gives a larger one whole. */
    private static final int FETCH_BYTES = 32 << 10;

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final BlockingQueue<PlacedFetch> waiting;
    private final RecordCodec<SessionEvent> codec = RecordCodec.of(SessionEvent.class);
    private final Thread thread;
    private volatile boolean stopped;

    private KafkaEventReader(
            Consumer<byte[], byte[]> consumer, String topic, int number, BlockingQueue<PlacedFetch> waiting) {
        this.consumer = consumer;
        this.topic = topic;
        this.waiting = waiting;
        this.thread = new Thread(this::run, "weir-event-reader-" + number);
        thread.setDaemon(true);
    }

    static KafkaEventReader start(KafkaConnection connection, int number, BlockingQueue<PlacedFetch> waiting) {
        var consumer = new KafkaConsumer<>(
                properties(connection, number), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        KafkaEventReader reader = new KafkaEventReader(consumer, connection.nameOf(Topics.CALLS), number, waiting);
        reader.thread.start();
        return reader;
    }

    /** Asks the thread to end. */
    void stop() {
        stopped = true;
        consumer.wakeup();
        thread.interrupt();
    }

    /** Waits a bounded time until the thread has ended. */
    @Override
    public void close() {
        try {
            thread.join(CLOSE_MILLIS_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            keepConnected();
            while (!stopped) {
                PlacedFetch fetch = waiting.poll(IDLE_MILLIS_MAX, TimeUnit.MILLISECONDS);
                if (fetch == null) {
                    keepConnected();
                } else if (!fetch.isOver()) {
                    serve(fetch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (KafkaException e) {
            LOG.debug("event=event_reader_closed cause={}", e.getClass().getName());
        } finally {
            // Kafka's consumer does not close on a thread that is interrupted.
            if (Thread.interrupted()) {
                LOG.debug("event=event_reader_interrupted");
            }
            consumer.close(CloseOptions.timeout(Duration.ofMillis(500)));
        }
    }

    private void serve(PlacedFetch fetch) {
        try {
            read(fetch);
        } catch (OffsetOutOfRangeException e) {
            fetch.fail("gone", e);
        } catch (RecordUnreadable e) {
            fetch.fail("unreadable", e);
        } catch (WakeupException e) {
            fetch.fail("the archive is closed", e);
        } catch (KafkaException e) {
            fetch.fail(e.getClass().getSimpleName(), e);
        }
    }

    private void read(PlacedFetch fetch) {
        TopicPartition partition = new TopicPartition(topic, fetch.partition());
        assignAlso(partition);
        consumer.seek(partition, fetch.offset());
        consumer.resume(List.of(partition));
        try {
            poll(fetch);
        } finally {
            consumer.pause(List.of(partition));
        }
    }

    private void poll(PlacedFetch fetch) {
        long beganNanos = System.nanoTime();
        while (!fetch.isOver() && System.nanoTime() - beganNanos < FETCH_NANOS_MAX) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL_TIME_MAX)) {
                complete(fetch, record);
            }
        }
        if (!fetch.isOver()) {
            fetch.fail("no answer in time", null);
        }
    }

    private void complete(PlacedFetch fetch, ConsumerRecord<byte[], byte[]> record) {
        if (record.offset() == fetch.offset()) {
            RecordPlace place = new RecordPlace(record.topic(), record.partition(), record.offset());
            fetch.event().complete(new StoredEvent(codec.decode(record.value()), place));
        } else {
            fetch.fail("gone", null);
        }
    }

    /** Connects to the leader of each partition, so that the first fetch need not. */
    private void keepConnected() {
        try {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            assign(partitions);
            // Each leader is asked for one.
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            LOG.debug("event=event_reader_connected partitions={}", ends.size());
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warn("event=event_reader_unconnected cause={}", e.getClass().getName());
        }
    }

    private void assignAlso(TopicPartition partition) {
        Set<TopicPartition> partitions = new HashSet<>(consumer.assignment());
        if (partitions.add(partition)) {
            assign(partitions);
        }
    }

    /**
     * All partitions stay assigned, and rest but for the one that is read: with each change of what is assigned,
     * Kafka's client asks for the topic again and makes its meters anew.
     */
    private void assign(Collection<TopicPartition> partitions) {
        Set<TopicPartition> before = new HashSet<>(consumer.assignment());
        consumer.assign(partitions);
        consumer.pause(partitions);
        // A partition without a place to read from could not rest.
        partitions.stream().filter(partition -> !before.contains(partition)).forEach(added -> consumer.seek(added, 0));
    }

    private static Map<String, Object> properties(KafkaConnection connection, int number) {
        Map<String, Object> properties = connection.clientProperties();
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "weir-event-reader-" + number);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 1);
        properties.put(ConsumerConfig.CONNECTIONS_MAX_IDLE_MS_CONFIG, -1L);
        return properties;
    }
}
