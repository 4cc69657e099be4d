package io.weir.e2e.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.e2e.kafka.SharedKafka;
import io.weir.messaging.FetchFailed;
import io.weir.messaging.RecordPosition;
import io.weir.messaging.StoredEvent;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.messaging.kafka.KafkaEventArchive;
import io.weir.messaging.kafka.KafkaEventPublisher;
import io.weir.messaging.topic.TopicAdmin;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.testkit.event.SampleEvents;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the archive of events promises to scan nodes. */
@ExtendWith(SharedKafka.class)
final class EventArchiveIT {

    private static final int EVENTS = 60;
    private static final int SESSIONS = 20;

    @Test
    void givesEachEventByItsPlaceInWhateverOrder(KafkaConnection kafka) throws Exception {
        // Given
        Map<String, RecordPosition> places = publish(kafka);
        assertThat(places.values().stream().map(RecordPosition::partition).distinct())
                .hasSizeGreaterThan(1);
        try (KafkaEventArchive archive = KafkaEventArchive.create(kafka)) {

            // When
            Map<String, CompletableFuture<StoredEvent>> twice = new LinkedHashMap<>();
            places.forEach((id, place) -> twice.put(id, fetch(archive, place)));
            places.forEach((id, place) -> twice.put(id + " again", fetch(archive, place)));

            // Then
            for (Map.Entry<String, CompletableFuture<StoredEvent>> one : twice.entrySet()) {
                assertThat(one.getKey())
                        .startsWith(
                                one.getValue().get(30, TimeUnit.SECONDS).event().eventId());
            }
        }
    }

    @Test
    void goesOnAfterAPlaceWhereNothingStands(KafkaConnection kafka) throws Exception {
        // Given
        RecordPosition last =
                publish(kafka).values().stream().reduce((one, next) -> next).orElseThrow();
        try (KafkaEventArchive archive = KafkaEventArchive.create(kafka)) {

            // When
            CompletableFuture<StoredEvent> beyond =
                    archive.fetch(last.partition(), last.offset() + 1_000).toCompletableFuture();
            CompletableFuture<StoredEvent> nowhere = archive.fetch(1_000, 0).toCompletableFuture();

            // Then
            assertThatThrownBy(() -> beyond.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(FetchFailed.class);
            assertThatThrownBy(() -> nowhere.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(FetchFailed.class);
            for (int reader = 0; reader < 8; reader++) {
                assertThat(fetch(archive, last)
                                .get(30, TimeUnit.SECONDS)
                                .place()
                                .offset())
                        .isEqualTo(last.offset());
            }
        }
    }

    private static CompletableFuture<StoredEvent> fetch(KafkaEventArchive archive, RecordPosition place) {
        return archive.fetch(place.partition(), place.offset()).toCompletableFuture();
    }

    private static Map<String, RecordPosition> publish(KafkaConnection kafka) throws Exception {
        Map<String, RecordPosition> places = new LinkedHashMap<>();
        try (TopicAdmin topics = TopicAdmin.create(kafka);
                KafkaEventPublisher publisher = KafkaEventPublisher.create(kafka, new SimpleMeterRegistry())) {
            topics.ensureAll();
            for (int i = 0; i < EVENTS; i++) {
                ToolCallScanned event = SampleEvents.call("session-" + i % SESSIONS, "call-" + i);
                places.put(
                        event.eventId(),
                        publisher.publish(event).toCompletableFuture().get(30, TimeUnit.SECONDS));
            }
        }
        return places;
    }
}
