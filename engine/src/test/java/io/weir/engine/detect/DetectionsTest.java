package io.weir.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.word.Confidence;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.ValueKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectionsTest {

    @Test
    void takesFromAnotherSearchWhatOverlapsNothing() {
        Detections mine = new Detections(List.of(at("mine", 0, 5, 9), at("mine", 2, 0, 4)), List.of("a"));
        Detections others = new Detections(
                List.of(
                        at("before", 0, 0, 5),
                        at("inside", 0, 6, 7),
                        at("across", 0, 8, 12),
                        at("elsewhere", 1, 5, 9),
                        at("around", 2, 0, 30),
                        at("behind", 2, 30, 31)),
                List.of("b"));

        Detections both = mine.with(others);

        assertThat(both.found())
                .extracting(Detection::rule)
                .containsExactly("before", "mine", "elsewhere", "mine", "behind");
        assertThat(both.gaps()).containsExactly("a", "b");
    }

    @Test
    void staysAsItIsWithNothingElse() {
        Detections mine = new Detections(List.of(at("mine", 0, 5, 9)), List.of());
        Detections nothing = new Detections(List.of(), List.of());

        assertThat(mine.with(nothing)).isEqualTo(mine);
        assertThat(nothing.with(mine)).isEqualTo(mine);
    }

    private static Detection at(String rule, int leaf, int start, int end) {
        return new Detection(rule, DataClass.PII, ValueKind.WORD, Confidence.HIGH, leaf, start, end);
    }
}
