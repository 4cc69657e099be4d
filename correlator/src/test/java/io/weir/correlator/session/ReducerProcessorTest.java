package io.weir.correlator.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.correlator.record.Received;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReducerProcessorTest {

    private static final long NOW_MILLIS = 1_795_219_200_000L;

    private final MockProcessorContext<String, String> context = new MockProcessorContext<>();
    private final ReducerProcessor<String, String, String> processor = new ReducerProcessor<>(
            () -> (state, event) -> List.of(event + " seen"),
            (record, place) -> record.value(),
            "state",
            1_000,
            new Urgency(),
            Duration.ofMillis(100));

    @BeforeEach
    void open() {
        KeyValueStore<String, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("state"), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        context.setRecordMetadata("calls", 0, 0);
        processor.init(context);
        context.setCurrentSystemTimeMs(NOW_MILLIS);
    }

    @Test
    void asksForACommitBecauseOfWhatIsUrgentOnly() {
        process("ordinary", NOW_MILLIS - 20);
        assertThat(context.committed()).isFalse();

        process("urgent", NOW_MILLIS - 20);
        assertThat(context.committed()).isTrue();
        assertThat(context.forwarded().stream()
                        .<Object>map(forward -> forward.record().value()))
                .containsExactly("ordinary seen", "urgent seen");
    }

    @Test
    void asksForNoCommitWhileItWorksOffWhatHasWaited() {
        process("urgent", NOW_MILLIS - 5_000);

        assertThat(context.committed()).isFalse();
        assertThat(context.forwarded()).hasSize(1);
    }

    @Test
    void asksForACommitSoonAfterWhatHasJustHappened() {
        Punctuator clock = clock();
        clock.punctuate(NOW_MILLIS);
        assertThat(context.committed()).isFalse();

        process("ordinary", NOW_MILLIS - 20);
        clock.punctuate(NOW_MILLIS + 100);
        assertThat(context.committed()).isTrue();

        context.resetCommit();
        clock.punctuate(NOW_MILLIS + 200);
        assertThat(context.committed()).isFalse();
    }

    @Test
    void leavesWhatHasWaitedToTheNextCommit() {
        process("ordinary", NOW_MILLIS - 5_000);
        clock().punctuate(NOW_MILLIS + 100);

        assertThat(context.committed()).isFalse();
    }

    private Punctuator clock() {
        CapturedPunctuator scheduled = context.scheduledPunctuators().get(0);
        assertThat(scheduled.getType()).isEqualTo(PunctuationType.WALL_CLOCK_TIME);
        assertThat(scheduled.getInterval()).isEqualTo(Duration.ofMillis(100));
        return scheduled.getPunctuator();
    }

    private void process(String value, long timestampMillis) {
        processor.process(new Record<>("key", new Received<>(value, new byte[0]), timestampMillis));
    }

    private static final class Urgency implements OutputRecord<String> {
        @Override
        public Record<String, String> of(String output, long timestampMillis) {
            return new Record<>("key", output, timestampMillis);
        }

        @Override
        public boolean isUrgent(String output) {
            return output.startsWith("urgent");
        }
    }
}
