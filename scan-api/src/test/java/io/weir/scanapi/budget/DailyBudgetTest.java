package io.weir.scanapi.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DailyBudgetTest {

    @ParameterizedTest
    @CsvSource({
        "payments=20:send_money|wire_*, wire_out, true",
        "payments=20:send_money|wire_*, read_file, false",
        "all=5, read_file, true"
    })
    void countsCallsOfItsTools(String entry, String tool, boolean counts) {
        assertThat(DailyBudget.parse(entry).isFor(tool)).isEqualTo(counts);
    }

    @Test
    void hasANameAndANumber() {
        DailyBudget budget = DailyBudget.parse("payments=20:send_money");

        assertThat(budget.name()).isEqualTo("payments");
        assertThat(budget.calls()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"payments", "payments=0", "payments=many", "=20", "a b=20", "payments=20:"})
    void refusesWhatIsNoBudget(String entry) {
        assertThatThrownBy(() -> DailyBudget.parse(entry)).hasMessageContaining("daily_budgets must look like");
    }
}
