package io.weir.launcher.eval.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {

    // Values by hand from Wilson's formula with z = 1.959964.
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0.0000, 0.2775",
        "8, 10, 0.4902, 0.9433",
        "10, 10, 0.7225, 1.0000",
        "50, 100, 0.4038, 0.5962",
        "0, 0, 0.0000, 1.0000"
    })
    void givesTheScoreInterval(int hits, int n, double low, double high) {
        Wilson interval = Wilson.of(hits, n);

        assertThat(interval.low()).isCloseTo(low, within(0.0001));
        assertThat(interval.high()).isCloseTo(high, within(0.0001));
    }
}
