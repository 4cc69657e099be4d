package io.weir.messaging.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.messaging.TaintFeed;
import io.weir.messaging.TaintListener;
import io.weir.messaging.codec.RecordCodec;
import io.weir.messaging.codec.RecordUnreadable;
import io.weir.platform.health.Health;
import io.weir.schemas.event.Taint;
import io.weir.schemas.topic.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows {@link Topics#TAINTS} from the beginning of a window, all partitions, on a thread of its own. It belongs to
 * no group: every node hears everything.
 *
 * <p>Partitions that are added later are heard after a restart.
 */
public final class KafkaTaintFeed implements TaintFeed, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaTaintFeed.class);
    private static final Duration POLL_TIME_MAX = Duration.ofMillis(500);

    /** After each answer: what comes meanwhile comes together. Each taint by itself would be a request of each node. */
    private static final long PAUSE_NANOS = 1_000_000;

    private final Consumer<String, byte[]> consumer;
    private final String topic;
    private final Duration window;
    private final InstantSource time;
    private final RecordCodec<Taint> codec = RecordCodec.of(Taint.class);
    private final Counter heard;
    private final Counter unreadable;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final ConsumerThread thread;
    private final AtomicBoolean followed = new AtomicBoolean();
    private volatile TaintListener listener = taint -> {};

    KafkaTaintFeed(
            Consumer<String, byte[]> consumer,
            String topic,
            Duration window,
            InstantSource time,
            MeterRegistry meters) {
        this.consumer = consumer;
        this.topic = topic;
        this.window = window;
        this.time = time;
        this.heard = Counter.builder("weir.taints.heard")
                .description("Taints of all nodes that this node has heard.")
                .register(meters);
        this.unreadable = Counter.builder("weir.taints.unreadable")
                .description("Records among the taints that could not be read.")
                .register(meters);
        this.thread = new ConsumerThread(consumer, "weir-taint-feed", this::read);
    }

    /** A feed of what this cluster holds of the last {@code window}. */
    public static KafkaTaintFeed create(KafkaConnection connection, Duration window, MeterRegistry meters) {
        var consumer =
                new KafkaConsumer<>(properties(connection), new StringDeserializer(), new ByteArrayDeserializer());
        return new KafkaTaintFeed(consumer, connection.nameOf(Topics.TAINTS), window, InstantSource.system(), meters);
    }

    @Override
    public void follow(TaintListener newListener) {
        if (followed.getAndSet(true)) {
            throw new IllegalStateException("a feed is followed once");
        }
        listener = newListener;
        thread.start();
    }

    @Override
    public boolean awaitCaughtUp(Duration waitMax) {
        try {
            return caughtUp.await(waitMax.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public Health health() {
        if (caughtUp.getCount() > 0) {
            return Health.down("what other nodes have read is not known yet; wait");
        }
        return thread.isReading()
                ? Health.UP
                : Health.down("what other nodes read is not heard; check Kafka and the log");
    }

    @Override
    public void close() {
        thread.close();
    }

    private void read() {
        if (ends.isEmpty()) {
            ends.putAll(seekToWindow());
        }
        ConsumerRecords<String, byte[]> taints = consumer.poll(POLL_TIME_MAX);
        taints.forEach(this::hear);
        if (caughtUp.getCount() > 0 && ends.entrySet().stream().allMatch(this::isReached)) {
            caughtUp.countDown();
        }
        if (!taints.isEmpty()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Goes to the beginning of the window, and gives the ends as they are now. */
    private Map<TopicPartition, Long> seekToWindow() {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> times = new HashMap<>();
        long oldestMillis = time.millis() - window.toMillis();
        partitions.forEach(partition -> times.put(partition, oldestMillis));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
        ends.forEach((partition, end) -> {
            OffsetAndTimestamp begin = found.get(partition);
            consumer.seek(partition, begin == null ? end : begin.offset());
        });
        return ends;
    }

    private boolean isReached(Map.Entry<TopicPartition, Long> end) {
        return consumer.position(end.getKey()) >= end.getValue();
    }

    private void hear(ConsumerRecord<String, byte[]> record) {
        try {
            listener.hear(codec.decode(record.value()));
            heard.increment();
        } catch (RecordUnreadable | IllegalArgumentException e) {
            unreadable.increment();
            LOG.warn(
                    "event=taint_unreadable partition={} offset={} cause={}",
                    record.partition(),
                    record.offset(),
                    e.getClass().getName());
        }
    }

    private static Map<String, Object> properties(KafkaConnection connection) {
        Map<String, Object> properties = connection.clientProperties();
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "weir-taint-feed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        return properties;
    }
}
