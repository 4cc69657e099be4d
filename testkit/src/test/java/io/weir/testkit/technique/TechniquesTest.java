package io.weir.testkit.technique;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TechniquesTest {

    @Test
    void numbersRiseAndNamesDiffer() {
        List<Integer> numbers = Techniques.all().stream().map(Technique::number).toList();

        assertThat(numbers).isSorted().doesNotHaveDuplicates();
        assertThat(Techniques.all()).extracting(Technique::name).doesNotHaveDuplicates();
    }

    @Test
    void aSeedAlwaysGivesTheSameCaseAndAnotherSeedAnother() {
        for (Technique technique : Techniques.all()) {
            assertThat(technique.attack(3)).isEqualTo(technique.attack(3)).isNotEqualTo(technique.attack(4));
            assertThat(technique.twin(3)).isEqualTo(technique.twin(3)).isNotEqualTo(technique.twin(4));
        }
    }

    @Test
    void eachCaseHasCarriersAndTimeNeverRunsBack() {
        for (Technique technique : Techniques.all()) {
            LongStream.range(0, 12).forEach(seed -> {
                isSound(technique.attack(seed));
                isSound(technique.twin(seed));
            });
        }
    }

    @Test
    void aTwinMakesAboutAsManyCarryingCallsAsItsAttack() {
        for (Technique technique : Techniques.all()) {
            LongStream.range(0, 12).forEach(seed -> {
                int attack = technique.attack(seed).carriers().size();
                assertThat(technique.twin(seed).carriers().size())
                        .as("%s, seed %d", technique.name(), seed)
                        .isBetween((attack + 1) / 2, 2 * attack);
            });
        }
    }

    private static void isSound(TechniqueCase played) {
        assertThat(played.carriers()).as(played.name()).isNotEmpty();
        assertThat(played.events()).extracting(TechniqueEvent::timeMillis).isSorted();
        assertThat(played.events().stream().filter(TechniqueCall.class::isInstance))
                .extracting(TechniqueEvent::callId)
                .doesNotHaveDuplicates()
                .containsAll(played.carriers());
    }
}
