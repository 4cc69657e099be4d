package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.link.Coverage.Stretch;
import io.weir.testkit.property.Choices;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final int LENGTH = 200;

    @Test
    void coversWhatAnyOfTheCallsTook() {
        Property.forAll(Generators.lists(CoverageTest::hit), hits -> {
            Coverage coverage = Coverage.NONE;
            BitSet taken = new BitSet();
            for (Hit hit : hits) {
                coverage = coverage.plus(List.of(hit));
                taken.set(hit.sourceStart(), hit.sourceEnd());
            }
            assertThat(coverage.stretches().stream().mapToInt(Stretch::length).sum())
                    .isEqualTo(taken.cardinality());
            assertThat(coverage.longestRow(LENGTH).covered()).isEqualTo(taken.cardinality());
        });
    }

    @Test
    void countsTheCallsThatTookSomethingNew() {
        Coverage coverage =
                Coverage.NONE.plus(List.of(hit(0, 10))).plus(List.of(hit(2, 8))).plus(List.of(hit(8, 20), hit(40, 50)));

        assertThat(coverage.calls()).isEqualTo(2);
        assertThat(coverage.longestRow(4)).isEqualTo(new Coverage.Row(20, new Stretch(0, 0, 20)));
        assertThat(coverage.longestRow(20)).isEqualTo(new Coverage.Row(30, new Stretch(0, 0, 50)));
    }

    @Test
    void readsWhatItWrote() {
        Gen<Coverage> coverages = choices -> Coverage.NONE
                .plus(Generators.lists(CoverageTest::hit).from(choices))
                .reportedAt(choices.below(1_000), Generators.hex(32).from(choices));

        Property.forAll(
                coverages,
                coverage -> assertThat(Coverage.decode(coverage.encode())).isEqualTo(coverage));
    }

    @Test
    void refusesAVersionThatItDoesNotKnow() {
        assertThatThrownBy(() -> Coverage.decode(new byte[] {9}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a stored coverage has version 9, this program knows 1");
    }

    private static Hit hit(Choices choices) {
        int start = choices.below(LENGTH - 20);
        return hit(start, start + choices.between(1, 20));
    }

    private static Hit hit(int start, int end) {
        return new Hit(null, 0, start, end, 0, 0, end - start, 1);
    }
}
