package io.weir.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepetitionTest {

    private final TextView text = new TextView();
    private final Repetition repetition = new Repetition();

    @Test
    void holdsWhereAPartIsTheSameAsTheOneBeforeIt() {
        text.load("xabcabcabd");

        assertThat(repetition.holds(text, 3, 4, 7)).isTrue();
        assertThat(repetition.holds(text, 3, 4, 9)).isTrue();
        assertThat(repetition.holds(text, 3, 4, 10)).isFalse();
        assertThat(repetition.holds(text, 3, 3, 7)).isFalse();
        assertThat(repetition.holds(text, 6, 7, 9)).isTrue();
        assertThat(repetition.holds(text, 6, 7, 10)).isFalse();
    }

    @Test
    void holdsForNothingBeyondTheText() {
        text.load("aaaa");

        assertThat(repetition.holds(text, 1, 0, 2)).isFalse();
        assertThat(repetition.holds(text, 1, 2, 5)).isFalse();
        assertThat(repetition.holds(text, 1, 2, 4)).isTrue();
    }

    @Test
    void tellsWhatComparingTellsWhateverItWasAskedBefore() {
        Property.forAll(Generators.lists(choices -> choices.oneOf(List.of("a", "b", "ab", "aab")), 2, 40), pieces -> {
            String all = String.join("", pieces);
            text.load(all);
            repetition.reset();
            for (int i = 1; i < 40; i++) {
                int before = 1 + i % 4;
                int first = i * 7 % all.length();
                int end = Math.min(all.length(), first + i % 9);
                assertThat(repetition.holds(text, before, first, end)).isEqualTo(repeats(all, before, first, end));
            }
        });
    }

    private static boolean repeats(String all, int before, int first, int end) {
        return first >= before && all.regionMatches(first, all, first - before, end - first);
    }
}
