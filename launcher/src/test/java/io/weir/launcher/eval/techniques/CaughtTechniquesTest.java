package io.weir.launcher.eval.techniques;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.testkit.technique.Technique;
import io.weir.testkit.technique.Techniques;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each technique in a test that bears its name: the attack is caught, the honest traffic that looks like it is not. */
class CaughtTechniquesTest {

    private static final int SEEDS = 12;

    /** What is not caught yet; docs/accuracy.md says why. */
    private static final Set<Integer> OPEN = Set.of(4);

    @ParameterizedTest(name = "{0}")
    @MethodSource("demanded")
    void isCaughtAtAlertOrBlock(Technique technique) {
        TechniqueCount attacks = TechniqueMatrix.row(technique, 1, SEEDS, true).attacks();

        assertThat(attacks.alert()).isGreaterThanOrEqualTo(SEEDS - 1);
        assertThat(attacks.rightCall()).isGreaterThanOrEqualTo(SEEDS - 1);
    }

    @Test
    void leavesHonestTrafficOfTheSameLookAloneInNinetyNineOfAHundredCases() {
        int flagged = Techniques.all().stream()
                .mapToInt(technique ->
                        TechniqueMatrix.row(technique, 1, SEEDS, true).twins().alert())
                .sum();

        assertThat(flagged).isLessThanOrEqualTo(Techniques.all().size() * SEEDS / 100);
    }

    private static Stream<Named<Technique>> demanded() {
        return all().filter(named -> !named.getPayload().isDeclaredGap()
                && !OPEN.contains(named.getPayload().number()));
    }

    private static Stream<Named<Technique>> all() {
        return Techniques.all().stream().map(technique -> Named.of(technique.name(), technique));
    }
}
