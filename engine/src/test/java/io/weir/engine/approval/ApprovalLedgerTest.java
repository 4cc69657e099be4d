package io.weir.engine.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.word.ApprovalState;
import io.weir.schemas.word.ApprovalStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalLedgerTest {

    private static final String DIGEST = "digest";

    private final Steps steps = new Steps();
    private final ApprovalLedger ledger = new ApprovalLedger(3);

    @Test
    void lendsAGrantAsOftenAsItMayBeUsed() {
        ledger.take(steps.requested("a", DIGEST, 0, 1, 2));

        assertThat(ledger.take(steps.step("a", ApprovalStep.APPROVED, 10, "ana")))
                .isTrue();
        assertThat(ledger.take(steps.byTheAgent("a", ApprovalStep.USED, 20))).isTrue();
        assertThat(ledger.standing(Steps.TENANT, DIGEST, 20)).isPresent();
        assertThat(ledger.take(steps.byTheAgent("a", ApprovalStep.USED, 30))).isTrue();
        assertThat(ledger.take(steps.byTheAgent("a", ApprovalStep.USED, 40))).isFalse();
        assertThat(ledger.standing(Steps.TENANT, DIGEST, 40)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1010, true", "1011, false"})
    void lendsAGrantWithinItsWindow(long timeMillis, boolean lends) {
        ledger.take(steps.requested("a", DIGEST, 0, 1, 1));
        ledger.take(steps.step("a", ApprovalStep.APPROVED, 10, "ana"));

        assertThat(ledger.take(steps.byTheAgent("a", ApprovalStep.USED, timeMillis)))
                .isEqualTo(lends);
    }

    @Test
    void aRefusalStandsForItsWindow() {
        ledger.take(steps.requested("a", DIGEST, 0, 1, 1));
        ledger.take(steps.step("a", ApprovalStep.DENIED, 10, "ana"));

        assertThat(ledger.standing(Steps.TENANT, DIGEST, 1_010))
                .hasValueSatisfying(approval -> assertThat(approval.state()).isEqualTo(ApprovalState.DENIED));
        assertThat(ledger.standing(Steps.TENANT, DIGEST, 1_011)).isEmpty();
        assertThat(ledger.take(steps.step("a", ApprovalStep.APPROVED, 20, "ben")))
                .isFalse();
    }

    @Test
    void twoPeopleAreTwo() {
        ledger.take(steps.requested("a", DIGEST, 0, 2, 1));

        assertThat(ledger.take(steps.step("a", ApprovalStep.APPROVED, 10, "ana")))
                .isTrue();
        assertThat(ledger.take(steps.step("a", ApprovalStep.APPROVED, 20, "ana")))
                .isFalse();
        assertThat(stateOf("a", 20)).isEqualTo(ApprovalState.PENDING);
        assertThat(ledger.take(steps.step("a", ApprovalStep.APPROVED, 30, "ben")))
                .isTrue();
        assertThat(stateOf("a", 30)).isEqualTo(ApprovalState.APPROVED);
    }

    @ParameterizedTest
    @CsvSource({"APPROVED", "DENIED", "DEFERRED"})
    void whoeverAskedNeverDecides(ApprovalStep step) {
        ledger.take(steps.requested("a", DIGEST, 0, 1, 1));

        assertThat(ledger.take(steps.byTheAgent("a", step, 10))).isFalse();
        assertThat(stateOf("a", 10)).isEqualTo(ApprovalState.PENDING);
    }

    @Test
    void nobodyDecidesWhenItIsTooLate() {
        ledger.take(steps.requested("a", DIGEST, 0, 1, 1));

        assertThat(stateOf("a", 1_000)).isEqualTo(ApprovalState.PENDING);
        assertThat(stateOf("a", 1_001)).isEqualTo(ApprovalState.EXPIRED);
        assertThat(ledger.take(steps.step("a", ApprovalStep.APPROVED, 1_001, "ana")))
                .isFalse();
        assertThat(ledger.standing(Steps.TENANT, DIGEST, 1_001)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5000, 5000", "500, 1000", "99999999999, 86400000"})
    void waitsLongerIfSomebodyAsksForTimeButNotForever(long wanted, long until) {
        ledger.take(steps.requested("a", DIGEST, 0, 1, 1));
        ledger.take(steps.deferred("a", 10, wanted));

        assertThat(stateOf("a", until)).isEqualTo(ApprovalState.PENDING);
        assertThat(stateOf("a", until + 1)).isEqualTo(ApprovalState.EXPIRED);
    }

    @Test
    void knowsNothingOfOtherTenants() {
        ledger.take(steps.requested("a", DIGEST, 0, 1, 1));

        assertThat(ledger.find("other", "a")).isEmpty();
        assertThat(ledger.standing("other", DIGEST, 10)).isEmpty();
        assertThat(ledger.list("other", ApprovalState.PENDING, 10, 10)).isEmpty();
        assertThat(ledger.concerns("other", Steps.AGENT)).isFalse();
    }

    @Test
    void forgetsTheOldestToStayWithinItsLimitAndCountsIt() {
        for (int i = 0; i < 5; i++) {
            ledger.take(steps.requested("approval-" + i, "digest-" + i, i, 1, 1));
        }

        assertThat(ledger.list(Steps.TENANT, ApprovalState.PENDING, 10, 10))
                .extracting(Approval::approvalId)
                .containsExactly("approval-4", "approval-3", "approval-2");
        assertThat(ledger.forgotten()).isEqualTo(2);
    }

    @Test
    void dropsWhatIsOver() {
        ledger.take(steps.requested("a", DIGEST, 0, 1, 1));
        ledger.forgetBefore(1_000);
        assertThat(ledger.find(Steps.TENANT, "a")).isPresent();

        ledger.forgetBefore(1_001);

        assertThat(ledger.find(Steps.TENANT, "a")).isEmpty();
        assertThat(ledger.concerns(Steps.TENANT, Steps.AGENT)).isFalse();
        assertThat(ledger.forgotten()).isZero();
    }

    private ApprovalState stateOf(String approvalId, long timeMillis) {
        return ledger.find(Steps.TENANT, approvalId).orElseThrow().stateAt(timeMillis);
    }
}
