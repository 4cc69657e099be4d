package io.weir.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.schemas.word.RiskBand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskWeightsTest {

    @Test
    void refusesWeightsThatDoNotSumToOne() {
        assertThatThrownBy(() -> new RiskWeights(30, 45, 10, 10, 0, 25, 50, 75))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sum to 95");
    }

    @Test
    void refusesBandsOutOfOrder() {
        assertThatThrownBy(() -> new RiskWeights(30, 45, 10, 15, 0, 60, 50, 75))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, LOW", "0.249, LOW", "0.25, MEDIUM", "0.5, HIGH", "0.749, HIGH", "0.75, CRITICAL", "1, CRITICAL"})
    void hasTheBandsOfTheScanProtocol(double score, RiskBand band) {
        assertThat(RiskWeights.DEFAULT.band(score)).isEqualTo(band).isEqualTo(RiskBand.of(score));
    }
}
