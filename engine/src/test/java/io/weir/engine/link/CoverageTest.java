package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.link.Coverage.Stretch;
import io.weir.schemas.event.RecordPlace;
import io.weir.testkit.property.Choices;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final int LENGTH = 200;

    @Test
    void coversWhatAnyOfTheCallsTook() {
        Property.forAll(Generators.lists(CoverageTest::hit), hits -> {
            Coverage coverage = Coverage.NONE;
            BitSet taken = new BitSet();
            for (Hit hit : hits) {
                coverage = coverage.plus(call(hit.sourceStart() % 7), List.of(hit));
                taken.set(hit.sourceStart(), hit.sourceEnd());
            }
            assertThat(coverage.stretches().stream().mapToInt(Stretch::length).sum())
                    .isEqualTo(taken.cardinality());
            assertThat(coverage.longestRow(LENGTH).covered()).isEqualTo(taken.cardinality());
        });
    }

    @Test
    void aWindowCoversWhatItsOwnCallsTook() {
        Property.forAll(Generators.lists(CoverageTest::hit), hits -> {
            Coverage coverage = Coverage.NONE;
            long[] times = new long[LENGTH];
            for (Hit hit : hits) {
                long time = 1 + hit.sourceStart() % 7;
                coverage = coverage.plus(call(time), List.of(hit));
                for (int i = hit.sourceStart(); i < hit.sourceEnd(); i++) {
                    times[i] = Math.max(times[i], time);
                }
            }
            long inWindow =
                    LongStream.of(times).filter(time -> 3 <= time && time <= 5).count();
            assertThat(coverage.within(3, 5).stretches().stream()
                            .mapToLong(Stretch::length)
                            .sum())
                    .isEqualTo(inWindow);
        });
    }

    @Test
    void namesTheCallsThatTookSomethingNew() {
        Coverage coverage = Coverage.NONE
                .plus(call(1), List.of(hit(0, 10)))
                .plus(call(2), List.of(hit(2, 8)))
                .plus(call(3), List.of(hit(8, 20), hit(40, 50)));

        assertThat(coverage.calls()).containsExactly(call(1), call(3));
        assertThat(coverage.longestRow(4).covered()).isEqualTo(20);
        assertThat(coverage.longestRow(20)).isEqualTo(new Coverage.Row(30, new Stretch(0, 0, 50, 3)));
    }

    @Test
    void readsWhatItWrote() {
        Gen<Coverage> coverages = choices -> Coverage.NONE
                .plus(
                        new Coverage.Call("t", "send", choices.below(9), new RecordPlace("calls", 1, 2)),
                        Generators.lists(CoverageTest::hit).from(choices))
                .reportedAt(choices.below(1_000), Generators.hex(32).from(choices));

        Property.forAll(
                coverages,
                coverage -> assertThat(Coverage.decode(coverage.encode())).isEqualTo(coverage));
    }

    @Test
    void forgetsWhatVersionOneKeptWithoutTimes() {
        assertThat(Coverage.decode(new byte[] {1, 0, 0, 0, 2})).isEqualTo(Coverage.NONE);
    }

    @Test
    void refusesAVersionThatItDoesNotKnow() {
        assertThatThrownBy(() -> Coverage.decode(new byte[] {9}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a stored coverage has version 9, this program knows 1 and 2");
    }

    private static Coverage.Call call(long timeMillis) {
        return new Coverage.Call("trace-" + timeMillis, "send", timeMillis, null);
    }

    private static Hit hit(Choices choices) {
        int start = choices.below(LENGTH - 20);
        return hit(start, start + choices.between(1, 20));
    }

    private static Hit hit(int start, int end) {
        return new Hit(null, 0, start, end, 0, 0, end - start, 1);
    }
}
