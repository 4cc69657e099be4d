package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.fingerprint.Print;
import io.weir.engine.state.ForgetfulStateTable;
import io.weir.engine.state.MemoryStateTable;
import io.weir.engine.state.StateTable;
import io.weir.schemas.word.DataClass;
import io.weir.testkit.property.Choices;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketMemoryTest {

    private static final int READS_MAX = 16;
    private static final int WEIGHT_MAX = 80;

    @Test
    void findsTheReadsOfOtherSessionsThatShareMost() {
        BucketMemory memory = memory(new MemoryStateTable());
        memory.remember("acme|a", read("acme|a", 1, List.of(), 1, 2));
        memory.remember("acme|b", read("acme|b", 2, List.of(), 1, 2, 3));
        memory.remember("acme|writer", read("acme|writer", 3, List.of(), 1, 2, 3, 4));

        assertThat(sharing(memory, write("acme|writer", 1, 2, 3, 9), 3))
                .extracting(BucketIndex.Entry::session)
                .containsExactly("acme|b", "acme|a");
        assertThat(sharing(memory, write("acme|writer", 1, 2, 3, 9), 1))
                .as("what was read by then")
                .extracting(BucketIndex.Entry::session)
                .containsExactly("acme|a");
    }

    @Test
    void whatManySessionsReadIsCommon() {
        BucketMemory memory = memory(new MemoryStateTable());
        for (int i = 0; i < BucketIndex.COMMON_SESSIONS; i++) {
            memory.remember("acme|" + i, read("acme|" + i, i, List.of(), 1));
            memory.remember("acme|" + i, read("acme|" + i, 100 + i, List.of(), 1));
        }

        assertThat(tells(memory, 1)).isTrue();
        memory.remember("acme|last", read("acme|last", 99, List.of(), 1));
        assertThat(tells(memory, 1)).isFalse();
        assertThat(tells(memory, 2)).isFalse();
    }

    @Test
    void aFullBucketForgetsTheLeastSensitiveAndOldestReads() {
        StateTable state = new MemoryStateTable();
        BucketMemory memory = memory(state);
        memory.remember("acme|a", read("acme|a", 0, List.of(DataClass.SECRETS), 1_000));

        int forgotten = 0;
        for (int i = 1; i <= 100; i++) {
            forgotten += memory.remember("acme|a", read("acme|a", i, List.of(), i));
            assertThat(memory.index().size()).isLessThanOrEqualTo(READS_MAX);
            assertThat(memory.index().weight()).isLessThanOrEqualTo(WEIGHT_MAX);
        }

        assertThat(forgotten + memory.index().size()).isEqualTo(101);
        assertThat(state.keys("", 200)).hasSize(memory.index().size());
        assertThat(sharing(memory, write("acme|b", 1_000, 1, 100), 100))
                .extracting(BucketIndex.Entry::timeMillis)
                .containsExactly(0L, 100L);
    }

    @Test
    void anIndexThatWasKeptAndOneThatIsMadeAnewGiveTheSame() {
        assertSame(Property.runs(200), Generators.lists(BucketMemoryTest::anyRead));
    }

    @Test
    void soDoTheyWhenTheyHaveForgottenOften() {
        assertSame(Property.runs(20), Generators.lists(BucketMemoryTest::anyRead, 150, 250));
    }

    private static void assertSame(Property property, Gen<List<SessionRead>> histories) {
        property.check(histories, reads -> {
            StateTable kept = new MemoryStateTable();
            StateTable anew = new ForgetfulStateTable();
            for (SessionRead read : reads) {
                String session = FleetIndexRule.sessionOf(read.eventId());
                assertThat(memory(anew).remember(session, read))
                        .isEqualTo(memory(kept).remember(session, read));
            }
            KeptQuestion write = write("acme|0", IntStream.range(0, 12).toArray());
            assertThat(sharing(memory(anew), write, 500)).isEqualTo(sharing(memory(kept), write, 500));
            for (int hash = 0; hash < 12; hash++) {
                assertThat(tells(memory(anew), hash)).isEqualTo(tells(memory(kept), hash));
            }
        });
    }

    private static SessionRead anyRead(Choices choices) {
        List<DataClass> classes = choices.coin() ? List.of() : List.of(DataClass.SECRETS);
        int[] hashes = IntStream.range(0, 1 + choices.below(6))
                .map(i -> choices.below(12))
                .toArray();
        return read("acme|" + choices.below(12), choices.below(1_000), classes, hashes);
    }

    private static BucketMemory memory(StateTable state) {
        return new BucketMemory(state, "acme|0", READS_MAX, WEIGHT_MAX);
    }

    private static SessionRead read(String session, long timeMillis, List<DataClass> classes, int... hashes) {
        return new SessionRead(
                session + "\nagent\nevent-" + timeMillis,
                "trace",
                "tool",
                timeMillis,
                null,
                List.of(),
                classes,
                List.of("/text"),
                prints(hashes),
                List.of());
    }

    private static List<BucketIndex.Entry> sharing(BucketMemory memory, KeptQuestion question, long timeMillis) {
        return new BucketLookup(memory.index(), question).mostSharing(timeMillis, 8);
    }

    private static boolean tells(BucketMemory memory, long hash) {
        return memory.index().tells(hash, new HashReaders());
    }

    private static KeptQuestion write(String session, int... hashes) {
        return new KeptQuestion("trace", session, 0, prints(hashes), List.of());
    }

    private static List<Print> prints(int... hashes) {
        List<Print> prints = new ArrayList<>();
        for (int hash : hashes) {
            prints.add(new Print(hash, 0, prints.size(), prints.size() + 12));
        }
        return prints;
    }
}
