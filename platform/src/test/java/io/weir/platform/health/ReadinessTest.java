package io.weir.platform.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReadinessTest {

    private final Readiness readiness = new Readiness();

    @Test
    void isUpWithoutChecks() {
        assertThat(readiness.report().state()).isEqualTo(HealthState.UP);
    }

    @Test
    void isAsBadAsTheWorstCheckAndKeepsTheirOrder() {
        readiness.register("publisher", () -> Health.degraded("spooling"));
        readiness.register("engine", () -> Health.UP);

        HealthReport report = readiness.report();

        assertThat(report.state()).isEqualTo(HealthState.DEGRADED);
        assertThat(report.ready()).isTrue();
        assertThat(report.checks().keySet()).containsExactly("publisher", "engine");
    }

    @Test
    void countsACheckThatThrowsAsDown() {
        readiness.register("broken", () -> {
            throw new IllegalStateException("with a secret");
        });

        HealthReport report = readiness.report();

        assertThat(report.ready()).isFalse();
        assertThat(report.checks().values())
                .first()
                .extracting(Health::reason)
                .asString()
                .contains("IllegalStateException")
                .doesNotContain("secret");
    }

    @Test
    void takesANameOnce() {
        readiness.register("a", () -> Health.UP);
        assertThatThrownBy(() -> readiness.register("a", () -> Health.UP)).isInstanceOf(IllegalArgumentException.class);
        readiness.unregister("a");
        readiness.register("a", () -> Health.UP);
    }
}
