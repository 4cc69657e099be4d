package io.weir.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WorkBoundTest {

    private static final long NANOS_EACH = 500;
    private static final int ROUNDS = 8;
    private static final String TEXT = "Aa1 ".repeat(WorkBound.UNITS_MIN / 4);

    @Test
    void givesBackWhatLinearWorkGives() {
        assertThat(WorkBound.within("work", TEXT.length(), NANOS_EACH, () -> work(ROUNDS)))
                .isEqualTo(work(ROUNDS));
    }

    @Test
    void refusesQuadraticWork() {
        assertThatThrownBy(() -> WorkBound.within("work", TEXT.length(), NANOS_EACH, () -> work(TEXT.length())))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("work: \\d+ us for 4096 units, 2048 us allowed");
    }

    @Test
    void refusesQuadraticWorkThatIsMeasuredByItsResult() {
        assertThatThrownBy(() -> WorkBound.within("work", read -> TEXT.length(), NANOS_EACH, () -> work(TEXT.length())))
                .isInstanceOf(AssertionError.class);
    }

    /** Looks at each unit so many times. */
    private static long work(int rounds) {
        long types = 0;
        for (int i = 0; i < rounds; i++) {
            for (int k = 0; k < TEXT.length(); k++) {
                types = 31 * types + Character.getType(TEXT.charAt(k));
            }
        }
        return types;
    }
}
