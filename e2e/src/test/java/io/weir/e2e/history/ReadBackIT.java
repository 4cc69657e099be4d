package io.weir.e2e.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.e2e.kafka.SharedKafka;
import io.weir.messaging.codec.RecordCodec;
import io.weir.messaging.kafka.KafkaAlertFeed;
import io.weir.messaging.kafka.KafkaAlertHistory;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.messaging.kafka.KafkaDecisionHistory;
import io.weir.messaging.topic.TopicAdmin;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.topic.Topics;
import io.weir.testkit.event.SampleEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the history of decisions and the feed of alerts promise to scan nodes. */
@ExtendWith(SharedKafka.class)
final class ReadBackIT {

    private static final int RECORDS = 40;

    @Test
    void theHistoryGivesTheDecisionsOfOneTenantAndSpanUntilTheReaderHasEnough(KafkaConnection kafka) {
        // Given
        topics(kafka);
        DecisionMade sample = DecisionMade.of(SampleEvents.call("s", "c"));
        String tenant = sample.principal().tenant();
        try (KafkaProducer<String, byte[]> producer = producer(kafka)) {
            for (int i = 0; i < RECORDS; i++) {
                DecisionMade made = DecisionMade.of(SampleEvents.call("s" + i, "c" + i));
                send(producer, kafka.nameOf(Topics.DECISIONS), tenant + "|s" + i, bytes(DecisionMade.class, made));
                send(producer, kafka.nameOf(Topics.DECISIONS), "other|s" + i, bytes(DecisionMade.class, made));
            }
            send(producer, kafka.nameOf(Topics.DECISIONS), tenant + "|bad", new byte[] {'{'});
        }
        KafkaDecisionHistory history = new KafkaDecisionHistory(kafka);

        // When, then
        assertThat(read(history, tenant, 0, Long.MAX_VALUE, 1_000)).hasSize(RECORDS);
        assertThat(read(history, null, 0, Long.MAX_VALUE, 1_000)).hasSize(2 * RECORDS);
        assertThat(read(history, tenant, 0, Long.MAX_VALUE, 7)).hasSize(7);
        assertThat(read(history, tenant, 0, sample.timeMillis(), 1_000)).isEmpty();
        assertThat(read(history, "nobody", 0, Long.MAX_VALUE, 1_000)).isEmpty();
    }

    @Test
    void theAlertsOfAnIncidentAreFoundByTheirIds(KafkaConnection kafka) {
        // Given
        topics(kafka);
        AlertRaised wanted = SampleEvents.alert("found", "wanted");
        AlertRaised foreign = SampleEvents.alert("found", "foreign");
        try (KafkaProducer<String, byte[]> producer = producer(kafka)) {
            send(producer, kafka.nameOf(Topics.ALERTS), wanted.alertId(), bytes(AlertRaised.class, wanted));
            send(producer, kafka.nameOf(Topics.ALERTS), foreign.alertId(), bytes(AlertRaised.class, foreign));
        }
        KafkaAlertHistory history = new KafkaAlertHistory(kafka);
        String tenant = wanted.principal().tenant();

        // When, then
        assertThat(history.find(tenant, Set.of(wanted.alertId(), "gone"), System.currentTimeMillis()))
                .containsExactly(wanted);
        assertThat(history.find(tenant, Set.of(wanted.alertId()), Long.MAX_VALUE))
                .containsExactly(wanted);
        assertThat(history.find("nobody", Set.of(wanted.alertId()), 0)).isEmpty();
    }

    @Test
    void eachAlertIsTakenByOneNodeAndAgainWhereTakingItFailed(KafkaConnection kafka) {
        // Given
        topics(kafka);
        List<String> taken = new CopyOnWriteArrayList<>();
        AtomicInteger failures = new AtomicInteger();
        try (KafkaAlertFeed second = KafkaAlertFeed.create(kafka, new SimpleMeterRegistry());
                KafkaProducer<String, byte[]> producer = producer(kafka)) {
            try (KafkaAlertFeed first = KafkaAlertFeed.create(kafka, new SimpleMeterRegistry())) {
                first.follow(alert -> {
                    if (failures.getAndIncrement() == 0) {
                        return CompletableFuture.failedFuture(new IllegalStateException("the log is away"));
                    }
                    taken.add(alert.alertId());
                    return CompletableFuture.completedFuture(null);
                });

                // When
                List<String> sent = new ArrayList<>();
                for (int i = 0; i < RECORDS; i++) {
                    AlertRaised alert = SampleEvents.alert("s" + i, "a" + i);
                    sent.add(alert.alertId());
                    send(producer, kafka.nameOf(Topics.ALERTS), alert.alertId(), bytes(AlertRaised.class, alert));
                }

                // Then
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(taken).containsAll(sent));
            }
            second.follow(alert -> {
                taken.add("again " + alert.alertId());
                return CompletableFuture.completedFuture(null);
            });
            send(
                    producer,
                    kafka.nameOf(Topics.ALERTS),
                    "late",
                    bytes(AlertRaised.class, SampleEvents.alert("s", "late")));
            String late = "again " + SampleEvents.alert("s", "late").alertId();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(taken).contains(late));
            assertThat(taken.stream().filter(id -> id.startsWith("again "))).containsExactly(late);
        }
    }

    private static List<DecisionMade> read(
            KafkaDecisionHistory history, @Nullable String tenant, long from, long to, int max) {
        List<DecisionMade> read = new ArrayList<>();
        history.read(tenant, from, to, (made, place) -> {
            read.add(made);
            return read.size() < max;
        });
        return read;
    }

    private static void topics(KafkaConnection kafka) {
        try (TopicAdmin admin = TopicAdmin.create(kafka)) {
            admin.ensure(List.of(Topics.DECISIONS, Topics.ALERTS));
        }
    }

    private static KafkaProducer<String, byte[]> producer(KafkaConnection kafka) {
        Map<String, Object> properties = kafka.clientProperties();
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    private static void send(KafkaProducer<String, byte[]> producer, String topic, String key, byte[] value) {
        producer.send(new ProducerRecord<>(topic, key, value));
        producer.flush();
    }

    private static <T> byte[] bytes(Class<T> type, T value) {
        return RecordCodec.of(type).encode(value);
    }
}
