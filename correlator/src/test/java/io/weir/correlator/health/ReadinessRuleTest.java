package io.weir.correlator.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.platform.health.HealthState;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ReadinessRuleTest {

    static List<Arguments> sights() {
        return List.of(
                Arguments.of("owns all, nothing waits", 1, true, 6, lag(0), HealthState.UP),
                Arguments.of("as much waits as may", 1, true, 6, lag(100), HealthState.UP),
                Arguments.of("more waits than may", 1, true, 6, lag(101), HealthState.DEGRADED),
                Arguments.of("lag not known", 1, true, 6, OptionalLong.empty(), HealthState.DOWN),
                Arguments.of("running, owns nothing", 1, true, 0, lag(0), HealthState.DOWN),
                Arguments.of("alone, owns a part", 1, true, 5, lag(0), HealthState.DOWN),
                Arguments.of("one of two, owns a part", 2, true, 3, lag(0), HealthState.UP),
                Arguments.of("one of two, owns nothing", 2, true, 0, lag(0), HealthState.DOWN),
                Arguments.of("tasks are being restored", 1, false, 6, lag(0), HealthState.DOWN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sights")
    void judges(
            String sight, int instances, boolean running, int owned, OptionalLong lagRecords, HealthState expected) {
        ReadinessRule rule = new ReadinessRule(instances, 100);

        assertThat(rule.judge(new ReadinessRule.Sight("STATE", running, owned, 6, lagRecords))
                        .state())
                .as(sight)
                .isEqualTo(expected);
    }

    private static OptionalLong lag(long records) {
        return OptionalLong.of(records);
    }
}
