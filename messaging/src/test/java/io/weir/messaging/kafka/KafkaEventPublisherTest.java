package io.weir.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.messaging.PublishFailed;
import io.weir.messaging.PublishFailed.Reason;
import io.weir.messaging.RecordPosition;
import io.weir.messaging.codec.RecordCodec;
import io.weir.schemas.event.SessionEvent;
import io.weir.testkit.event.SampleEvents;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class KafkaEventPublisherTest {

    private final MockProducer<String, SessionEvent> producer = new MockProducer<>(
            false, null, new StringSerializer(), new RecordSerializer<>(RecordCodec.of(SessionEvent.class)));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final KafkaEventPublisher publisher = new KafkaEventPublisher(producer, "weir.calls.v1", meters);
    private final SessionEvent event = SampleEvents.call("session-1", "call");

    @Test
    void keysRecordsBySessionAndDatesThemByEventTime() {
        publisher.publish(event);

        ProducerRecord<String, SessionEvent> sent = producer.history().get(0);
        assertThat(sent.topic()).isEqualTo("weir.calls.v1");
        assertThat(sent.key()).isEqualTo("acme|session-1");
        assertThat(sent.timestamp()).isEqualTo(SampleEvents.TIME_MILLIS);
        assertThat(sent.headers().lastHeader("ce_id").value()).asString().isEqualTo(event.eventId());
    }

    @Test
    void completesOnlyWhenKafkaHasAcknowledged() {
        CompletionStage<RecordPosition> stored = publisher.publish(event);
        assertThat(stored).isNotDone();

        producer.completeNext();

        assertThat(stored).isCompletedWithValue(new RecordPosition("weir.calls.v1", 0, 0));
        assertThat(meters.counter("weir.events.published").count()).isEqualTo(1);
    }

    static List<Arguments> failures() {
        return List.of(
                Arguments.of(new TimeoutException("late"), Reason.TIMEOUT),
                Arguments.of(new BufferExhaustedException("full"), Reason.BUFFER_FULL),
                Arguments.of(new RecordTooLargeException("large"), Reason.TOO_LARGE),
                Arguments.of(new TopicAuthorizationException("weir.calls.v1"), Reason.REFUSED));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysWhyAnEventWasNotAcknowledged(RuntimeException cause, Reason reason) {
        CompletionStage<RecordPosition> stored = publisher.publish(event);

        producer.errorNext(cause);

        assertThat(failureOf(stored).reason()).isEqualTo(reason);
        assertThat(unpublished(reason)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void neverThrowsWhenTheProducerDoes(RuntimeException cause, Reason reason) {
        producer.sendException = cause;

        CompletionStage<RecordPosition> stored = publisher.publish(event);

        assertThat(failureOf(stored).reason()).isEqualTo(reason);
    }

    @Test
    void refusesEventsOnceClosed() {
        publisher.close();
        publisher.close();

        assertThat(failureOf(publisher.publish(event)).reason()).isEqualTo(Reason.CLOSED);
    }

    private double unpublished(Reason reason) {
        return meters.counter("weir.events.unpublished", "reason", reason.name().toLowerCase(Locale.ROOT))
                .count();
    }

    private static PublishFailed failureOf(CompletionStage<RecordPosition> stage) {
        CompletableFuture<RecordPosition> future = stage.toCompletableFuture();
        assertThat(future).isCompletedExceptionally();
        CompletionException wrapped = catchThrowableOfType(CompletionException.class, future::join);
        return (PublishFailed) Objects.requireNonNull(wrapped.getCause());
    }
}
