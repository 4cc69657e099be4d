package io.weir.e2e.correlator;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.e2e.kafka.TopicTail;
import io.weir.launcher.broker.EmbeddedBroker;
import io.weir.messaging.codec.RecordCodec;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.messaging.kafka.KafkaEventPublisher;
import io.weir.messaging.topic.TopicAdmin;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.topic.Topics;
import java.nio.file.Path;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the embedded broker promises beyond what any broker does. */
final class EmbeddedBrokerIT {

    @TempDir
    private Path folder;

    @Test
    void recordsSurviveARestartOnTheSameFolder() {
        // Given
        SessionEvent event = new AgentSession("session-1").write("https://paste.example.net/new", "hello");
        try (EmbeddedBroker first = EmbeddedBroker.start(folder)) {
            publish(KafkaConnection.local(first.bootstrap()), event);
        }

        // When
        try (EmbeddedBroker second = EmbeddedBroker.start(folder);
                TopicTail calls = TopicTail.of(KafkaConnection.local(second.bootstrap()), Topics.CALLS)) {
            ConsumerRecord<String, byte[]> kept = calls.await(record -> true);

            // Then
            assertThat(RecordCodec.of(SessionEvent.class).decode(kept.value())).isEqualTo(event);
        }
    }

    private static void publish(KafkaConnection connection, SessionEvent event) {
        try (TopicAdmin topics = TopicAdmin.create(connection);
                KafkaEventPublisher publisher = KafkaEventPublisher.create(connection, new SimpleMeterRegistry())) {
            topics.ensureAll();
            publisher.publish(event).toCompletableFuture().join();
        }
    }
}
