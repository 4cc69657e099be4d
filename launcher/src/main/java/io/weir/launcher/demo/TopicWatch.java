package io.weir.launcher.demo;

import io.weir.messaging.codec.RecordCodec;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.topic.Topics;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads decisions and alerts from their topics, as any consumer would. The correlator commits the decision record of a
 * call together with its alert, so once all decisions are there, a call without an alert will not get one. For one
 * thread.
 */
final class TopicWatch implements AutoCloseable {

    private static final Duration POLL_TIME = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String alertsTopic;
    private final RecordCodec<AlertRaised> alertCodec = RecordCodec.of(AlertRaised.class);
    private final RecordCodec<DecisionMade> decisionCodec = RecordCodec.of(DecisionMade.class);
    private final Map<String, AlertRaised> alerts = new LinkedHashMap<>();
    private final Set<String> decidedTraces = new HashSet<>();

    TopicWatch(KafkaConnection kafka) {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "weir-demo");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.alertsTopic = kafka.nameOf(Topics.ALERTS);
        List<TopicPartition> partitions = Stream.of(alertsTopic, kafka.nameOf(Topics.DECISIONS))
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /**
     * Waits until all these calls have their decision record, and those that must have one their alert.
     *
     * @return whether they came in time
     */
    boolean awaitRecords(Set<String> decided, Set<String> alerted, Duration timeMax) {
        long endNanos = System.nanoTime() + timeMax.toNanos();
        while (!(decidedTraces.containsAll(decided) && alerts.keySet().containsAll(alerted))) {
            if (System.nanoTime() > endNanos) {
                return false;
            }
            poll(POLL_TIME);
        }
        // An alert's partition may show the same commit a moment after the decision's.
        poll(POLL_TIME);
        return true;
    }

    /** The alerts so far, in the order of the calls that they are about. */
    List<AlertRaised> alerts() {
        return alerts.values().stream()
                .sorted(Comparator.comparingLong(AlertRaised::timeMillis))
                .toList();
    }

    private void poll(Duration time) {
        for (ConsumerRecord<byte[], byte[]> found : consumer.poll(time)) {
            if (found.topic().equals(alertsTopic)) {
                AlertRaised alert = alertCodec.decode(found.value());
                alerts.put(alert.traceId(), alert);
            } else {
                decidedTraces.add(decisionCodec.decode(found.value()).traceId());
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
