package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.fingerprint.Print;
import io.weir.engine.state.ForgetfulStateTable;
import io.weir.engine.state.MemoryStateTable;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.ValueKind;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuestionMemoryTest {

    private static final QuestionMemory.Limits LIMITS = new QuestionMemory.Limits(64, 320);
    private static final long MINUTE = 60_000;

    private final StateTable state = new MemoryStateTable();
    private final BucketMemory reads = new BucketMemory(state, "acme|0", 100, 1_000);
    private final QuestionMemory memory = memory(state);

    @Test
    void findsTheQuestionsOfOtherSessionsThatShareMost() {
        memory.keep(question("w1", "acme|a", 10, 1, 2));
        memory.keep(question("w2", "acme|b", 10, 1, 2, 3));
        memory.keep(question("w3", "acme|reader", 10, 1, 2, 3, 4));
        memory.keep(question("w4", "acme|c", 10, 8, 9));

        assertThat(missing(5, 1, 2, 3, 4)).containsExactly("w2", "w1");
    }

    @Test
    void aReadInOrderFindsNone() {
        memory.keep(question("w1", "acme|a", 10, 1, 2));

        assertThat(missing(11, 1, 2)).isEmpty();
        assertThat(missing(10, 1, 2)).containsExactly("w1");
    }

    @Test
    void findsShortValuesToo() {
        ValuePrint card = new ValuePrint(ValueKind.CARD, "00000000000000ff", 0, 0, 16, null);
        memory.keep(new KeptQuestion("w1", "acme|a", 10, List.of(), List.of(card)));
        FleetPart read = part("acme|reader", 5, List.of(), List.of(card));

        assertThat(memory.missing(read, reads.index()))
                .extracting(QuestionBatch.Entry::traceId)
                .containsExactly("w1");
    }

    @Test
    void keepsAQuestionOnce() {
        assertThat(memory.keep(question("w1", "acme|a", 10, 1))).isZero();
        int size = state.keys("", 100).size();
        assertThat(memory.keep(question("w1", "acme|a", 10, 1))).isZero();

        assertThat(state.keys("", 100)).hasSize(size);
        assertThat(missing(5, 1)).containsExactly("w1");
    }

    @Test
    void keepsAQuarterOfAnHourAtLeast() {
        int lost = 0;
        for (int minute = 0; minute < 200; minute++) {
            lost += new QuestionMemory(state, "acme|0", QuestionMemory.LIMITS)
                    .keep(question("w" + minute, "acme|a", minute * MINUTE, 1));
            assertThat(missing(0, 1)).hasSizeGreaterThanOrEqualTo(Math.min(minute + 1, 15));
        }

        assertThat(lost).isZero();
        assertThat(state.keys("acme|0\u0000asked", 100)).hasSizeLessThanOrEqualTo(32);
    }

    @Test
    void isBoundedInNumberAndContentAndCountsWhatIsLost() {
        int lost = 0;
        for (int i = 0; i < 100; i++) {
            lost += memory.keep(question("w" + i, "acme|a", i, i, 1_000));
        }
        int kept = state.keys("acme|0\u0000asked", 1_000).size();
        assertThat(kept).isBetween(60, LIMITS.questions());
        assertThat(lost).isEqualTo(100 - kept);
        assertThat(missing(0, 1_000)).hasSize(kept).contains("w99").doesNotContain("w0");

        for (int i = 0; i < 20; i++) {
            memory.keep(question("l" + i, "acme|a", 100, IntStream.range(0, 20).toArray()));
        }
        assertThat(state.keys("acme|0\u0000asked", 1_000)).as("one a batch").hasSize(16);
    }

    @Test
    void aClockThatRanAheadOnceDoesNotMakeItForget() {
        memory.keep(question("w1", "acme|a", 10, 1));
        memory.keep(question("ahead", "acme|a", 1_000_000 * MINUTE, 2));
        memory.keep(question("w2", "acme|a", 20, 1));

        assertThat(missing(5, 1)).containsExactly("w1", "w2");
    }

    @Test
    void anIndexThatWasKeptAndOneThatIsMadeAnewGiveTheSame() {
        Property.runs(100)
                .check(
                        Generators.lists(
                                choices -> question(
                                        "w" + choices.below(200),
                                        "acme|" + choices.below(4),
                                        choices.below(40) * MINUTE,
                                        IntStream.range(0, 1 + choices.below(6))
                                                .map(i -> choices.below(12))
                                                .toArray()),
                                0,
                                100),
                        questions -> {
                            StateTable kept = new MemoryStateTable();
                            StateTable anew = new ForgetfulStateTable();
                            for (KeptQuestion question : questions) {
                                assertThat(memory(anew).keep(question))
                                        .isEqualTo(memory(kept).keep(question));
                            }
                            FleetPart read = part("acme|0", 10 * MINUTE, prints(0, 1, 2, 3, 4, 5), List.of());
                            assertThat(memory(anew).missing(read, knowing(read)))
                                    .isEqualTo(memory(kept).missing(read, knowing(read)));
                        });
    }

    @Test
    void theStoredFormGivesBackWhatItWasGivenAndTellsOfVersionsItDoesNotKnow() {
        KeptQuestion question = new KeptQuestion(
                "w1",
                "acme|a",
                1_795_219_200_000L,
                prints(1, 2, 3),
                List.of(new ValuePrint(ValueKind.EMAIL, "00000000000000ff", 0, 3, 16, null)));

        assertThat(KeptQuestion.decode(question.encode())).isEqualTo(question);
        assertThatThrownBy(() -> KeptQuestion.decode(new byte[] {9}))
                .hasMessage("a kept question has version 9, this program knows 1; "
                        + "start the version that wrote it, or reset the correlator's state");
    }

    /** The writes that a read of this time is missing from; the bucket remembers it. */
    private List<String> missing(long timeMillis, int... hashes) {
        FleetPart read = part("acme|reader", timeMillis, prints(hashes), List.of());
        return memory(state).missing(read, knowing(read)).stream()
                .map(QuestionBatch.Entry::traceId)
                .toList();
    }

    private static BucketIndex knowing(FleetPart read) {
        BucketMemory reads = new BucketMemory(new MemoryStateTable(), "acme|0", 100, 1_000);
        reads.remember(
                read.sessionKey(),
                new SessionRead(
                        read.sessionKey() + "\nagent\nevent",
                        "trace",
                        "tool",
                        read.timeMillis(),
                        null,
                        List.of(),
                        List.of(),
                        List.of("/text"),
                        read.prints(),
                        read.values()));
        return reads.index();
    }

    private static QuestionMemory memory(StateTable state) {
        return new QuestionMemory(state, "acme|0", LIMITS);
    }

    private static KeptQuestion question(String traceId, String session, long timeMillis, int... hashes) {
        return new KeptQuestion(traceId, session, timeMillis, prints(hashes), List.of());
    }

    private static FleetPart part(String session, long timeMillis, List<Print> prints, List<ValuePrint> values) {
        return new FleetPart(
                false,
                "acme",
                0,
                1,
                "event",
                "trace",
                session,
                "agent",
                "tool",
                List.of(),
                timeMillis,
                null,
                List.of(),
                List.of("/text"),
                prints,
                values,
                null);
    }

    private static List<Print> prints(int... hashes) {
        List<Print> prints = new ArrayList<>();
        for (int hash : hashes) {
            prints.add(new Print(hash, 0, prints.size(), prints.size() + 12));
        }
        return prints;
    }
}
