package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.fingerprint.Print;
import io.weir.engine.state.MemoryStateTable;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.word.DataClass;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionMemoryTest {

    private final MemoryStateTable state = new MemoryStateTable();
    private final SessionMemory memory = new SessionMemory(state, "acme|s1");

    @Test
    void aFloodOfHarmlessReadsDoesNotEvictTheSecret() {
        memory.remember(read(0, 3, DataClass.SECRETS));

        int forgotten = 0;
        for (int i = 1; i <= 3 * SessionMemory.READS_MAX; i++) {
            forgotten += memory.remember(read(i, 3));
            assertThat(memory.index().reads()).hasSizeLessThanOrEqualTo(SessionMemory.READS_MAX);
        }

        assertThat(memory.index().reads()).extracting(SessionRead::eventId).contains("event-0");
        assertThat(state.size()).isEqualTo(memory.index().reads().size());
        assertThat(forgotten + state.size()).isEqualTo(1 + 3 * SessionMemory.READS_MAX);
    }

    @Test
    void aFloodOfPrintsDoesNotEvictTheSecretEither() {
        memory.remember(read(0, 100, DataClass.SECRETS));

        for (int i = 1; i <= 20; i++) {
            memory.remember(read(i, SessionMemory.WEIGHT_MAX / 8));
            assertThat(memory.index().weight()).isLessThanOrEqualTo(SessionMemory.WEIGHT_MAX);
        }

        assertThat(memory.index().reads()).extracting(SessionRead::eventId).contains("event-0");
    }

    @Test
    void forgetsTheOldestOfTheHarmless() {
        for (int i = 0; i <= SessionMemory.READS_MAX; i++) {
            memory.remember(read(i, 1));
        }

        assertThat(state.get("acme|s1\u0000read\u0000event-0")).isNull();
        assertThat(state.get("acme|s1\u0000read\u0000event-" + SessionMemory.READS_MAX))
                .isNotNull();
    }

    @Test
    void aReadThatIsKnownChangesNothing() {
        memory.remember(read(1, 5));

        assertThat(memory.remember(read(1, 5))).isZero();
        assertThat(memory.index().reads()).hasSize(1);
        assertThat(memory.index().weight()).isEqualTo(5);
    }

    @Test
    void whatIsReadAgainIsKeptOnceAndEachOccasionRemembered() {
        SessionRead first = read(1, 5);
        memory.remember(first);
        memory.remember(first.at("event-2", "trace-2", 2, new RecordPlace("calls", 0, 2)));
        memory.remember(first.at("event-0", "trace-0", 0, new RecordPlace("calls", 0, 3)));

        assertThat(memory.index().weight()).isEqualTo(5);
        assertThat(memory.index().occasions(0))
                .extracting(SessionRead::eventId)
                .containsExactly("event-0", "event-1", "event-2");
        assertThat(state.get("acme|s1\u0000read\u0000event-2")).hasSizeLessThan(64);
        List<SessionRead> reads = List.copyOf(memory.index().reads());
        assertThat(readBack()).containsExactlyInAnyOrderElementsOf(reads);
    }

    @Test
    void whatOtherwiseDiffersIsNotTheSame() {
        SessionRead first = read(1, 5);
        memory.remember(first);
        memory.remember(first.at("event-2", "trace-2", 2, null).of(List.of(DataClass.PII)));

        assertThat(memory.index().occasions(0)).hasSize(1);
        assertThat(memory.index().occasions(1)).hasSize(1);
    }

    @Test
    void anotherOccasionIsKeptWholeWhenTheFirstIsForgotten() {
        SessionRead first = read(0, 5);
        for (int i = 0; i <= SessionMemory.READS_MAX; i++) {
            memory.remember(first.at("event-" + i, "trace-" + i, i, null));
        }

        assertThat(memory.index().remembers("event-0")).isFalse();
        assertThat(memory.index().weight()).isEqualTo(5);
        assertThat(state.size()).isEqualTo(memory.index().reads().size());
        List<SessionRead> reads = List.copyOf(memory.index().reads());
        assertThat(readBack()).containsExactlyInAnyOrderElementsOf(reads);
    }

    /** The reads as a host finds them that has nothing but the table. */
    private List<SessionRead> readBack() {
        state.dropDerived(SessionMemory.prefix("acme|s1"));
        return new SessionMemory(state, "acme|s1").index().reads();
    }

    private static SessionRead read(int number, int prints, DataClass... classes) {
        return new SessionRead(
                "event-" + number,
                "trace-" + number,
                "read_file",
                number,
                null,
                List.of(),
                List.of(classes),
                List.of("/body"),
                Collections.nCopies(prints, new Print(number * 0x9e3779b97f4a7c15L, 0, 0, 12)),
                List.of());
    }
}
