package io.weir.messaging.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.messaging.PublishFailed;
import io.weir.messaging.PublishFailed.Reason;
import io.weir.messaging.RecordPosition;
import io.weir.schemas.event.SessionEvent;
import io.weir.testkit.event.SampleEvents;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

final class MemoryEventPublisherTest {

    private final SessionEvent first = SampleEvents.call("s", "first");
    private final SessionEvent second = SampleEvents.response("s", "second");

    @Test
    void keepsEventsInTheOrderOfPublication() {
        MemoryEventPublisher publisher = new MemoryEventPublisher();

        publisher.publish(first);
        publisher.publish(second);

        assertThat(publisher.events()).containsExactly(first, second);
    }

    @Test
    void countsPositionsOnAfterADrain() {
        // Given
        MemoryEventPublisher publisher = new MemoryEventPublisher();
        publisher.publish(first);

        // When
        publisher.drain();
        CompletionStage<RecordPosition> stored = publisher.publish(second);

        // Then
        assertThat(stored).isCompletedWithValue(new RecordPosition("memory", 0, 1));
        assertThat(publisher.events()).containsExactly(second);
    }

    @Test
    void refusesWhatExceedsItsCapacity() {
        MemoryEventPublisher publisher = new MemoryEventPublisher(1);

        publisher.publish(first);

        assertRefused(publisher.publish(second), Reason.BUFFER_FULL);
    }

    @Test
    void refusesEventsOnceClosed() {
        MemoryEventPublisher publisher = new MemoryEventPublisher();

        publisher.close();

        assertRefused(publisher.publish(first), Reason.CLOSED);
    }

    private static void assertRefused(CompletionStage<RecordPosition> stage, Reason reason) {
        assertThat(stage)
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .isInstanceOfSatisfying(
                        PublishFailed.class,
                        failure -> assertThat(failure.reason()).isEqualTo(reason));
    }
}
