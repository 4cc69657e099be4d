package io.weir.e2e.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.e2e.kafka.SharedKafka;
import io.weir.messaging.PublishFailed;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.messaging.kafka.KafkaSharedLogs;
import io.weir.messaging.log.SharedLog;
import io.weir.messaging.log.SharedLogs;
import io.weir.messaging.topic.TopicAdmin;
import io.weir.schemas.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a shared log promises to the nodes that share it. */
@ExtendWith(SharedKafka.class)
final class SharedLogIT {

    private static final int ENTRIES = 50;
    private static final Topic TOPIC = new Topic(
            "shared_log_it.v1",
            "the entry",
            String.class,
            1,
            Duration.ofDays(1),
            Topic.Cleanup.DELETE,
            Topic.Compression.LZ4);

    @Test
    void nodesReadTheSameEntriesInTheSameOrderAlsoAfterARestart(KafkaConnection kafka) throws Exception {
        // Given
        SharedLogs logs = logs(kafka);
        List<String> heardByFirst = new CopyOnWriteArrayList<>();
        List<String> heardBySecond = new CopyOnWriteArrayList<>();

        // When
        try (SharedLog<String> first = open(logs, heardByFirst);
                SharedLog<String> second = open(logs, heardBySecond)) {
            var appended = IntStream.range(0, ENTRIES)
                    .mapToObj(i -> (i % 2 == 0 ? first : second).append("entry " + i))
                    .toList();
            for (var append : appended) {
                append.toCompletableFuture().get(10, TimeUnit.SECONDS);
            }
            Awaitility.await().until(() -> heardByFirst.size() == ENTRIES && heardBySecond.size() == ENTRIES);
        }
        List<String> heardByThird = new CopyOnWriteArrayList<>();
        open(logs, heardByThird).close();

        // Then
        assertThat(heardBySecond).isEqualTo(heardByFirst);
        assertThat(heardByThird).isEqualTo(heardByFirst).hasSize(ENTRIES);
    }

    @Test
    void anEntryIsHeardBeforeItsAppendCompletes(KafkaConnection kafka) throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (SharedLog<String> log = open(logs(kafka), heard)) {
            for (int i = 0; i < ENTRIES; i++) {
                log.append("entry " + i).toCompletableFuture().get(10, TimeUnit.SECONDS);

                assertThat(heard).hasSize(i + 1).endsWith("entry " + i);
            }
        }
    }

    @Test
    void refusesEntriesWhenItIsClosed(KafkaConnection kafka) {
        SharedLog<String> log = open(logs(kafka), new CopyOnWriteArrayList<>());
        log.close();

        assertThatThrownBy(() -> log.append("late").toCompletableFuture().join())
                .hasCauseInstanceOf(PublishFailed.class)
                .hasMessageContaining("CLOSED");
    }

    private static SharedLogs logs(KafkaConnection connection) {
        try (TopicAdmin topics = TopicAdmin.create(connection)) {
            topics.ensure(List.of(TOPIC));
        }
        return new KafkaSharedLogs(connection, Duration.ofSeconds(20), new SimpleMeterRegistry());
    }

    private static SharedLog<String> open(SharedLogs logs, List<String> heard) {
        return logs.open(TOPIC, String.class, entry -> entry, heard::add);
    }
}
