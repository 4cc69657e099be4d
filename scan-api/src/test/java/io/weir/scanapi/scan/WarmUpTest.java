package io.weir.scanapi.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.decide.InlineJudge;
import io.weir.engine.settings.EngineSettings;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    private final WarmUp warmUp = new WarmUp(
            InlineJudge.create(EngineSettings.DEFAULT, "a master key for tests".getBytes(StandardCharsets.US_ASCII)));

    @Test
    void judgesAsManyCallsAsItIsTold() {
        assertThat(warmUp.run(40, 60_000)).isEqualTo(40);
        assertThat(warmUp.run(0, 60_000)).isZero();
    }

    @Test
    void stopsWhenItsTimeIsOver() {
        assertThat(warmUp.run(1_000_000, 50)).isBetween(1, 999_999);
    }
}
