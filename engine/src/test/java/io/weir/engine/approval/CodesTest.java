package io.weir.engine.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.event.ApprovalEvent;
import io.weir.schemas.word.ApprovalState;
import io.weir.schemas.word.ApprovalStep;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one-time codes do to held calls, step by step. */
class CodesTest {

    private static final long HOUR = 3_600_000;

    private final Steps steps = new Steps();
    private final List<ApprovalEvent> taken = new ArrayList<>();
    private final ApprovalLedger ledger = new ApprovalLedger(100);

    @Test
    void theRightCodeLetsTheCallThroughThoughTheAgentNamesIt() {
        held("a", 0, 1);
        assertThat(take(steps.codeSent("a", "right", 1, 3, 10))).isTrue();

        assertThat(take(steps.codeTried("a", "right", 10))).isTrue();

        assertThat(stateOf("a", 10)).isEqualTo(ApprovalState.APPROVED);
        assertThat(ledger.find(Steps.TENANT, "a"))
                .hasValueSatisfying(approval -> assertThat(approval.agreed()).containsExactly("one-time code"));
    }

    @Test
    void aCodeIsTakenOnce() {
        held("a", 0, 2);
        take(steps.codeSent("a", "right", 1, 3, 10));
        take(steps.codeTried("a", "right", 10));

        assertThat(take(steps.codeTried("a", "right", 20))).isFalse();
        assertThat(take(steps.codeSent("a", "other", 30, 3, 10))).isFalse();
        assertThat(stateOf("a", 30)).as("the second person is still missing").isEqualTo(ApprovalState.PENDING);
        assertThat(take(steps.step("a", ApprovalStep.APPROVED, 40, "ana"))).isTrue();
        assertThat(stateOf("a", 40)).isEqualTo(ApprovalState.APPROVED);
    }

    @ParameterizedTest
    @CsvSource({"501, APPROVED", "502, PENDING"})
    void aCodeIsTakenWithinItsTime(long timeMillis, ApprovalState state) {
        held("a", 0, 1);
        take(steps.codeSent("a", "right", 1, 3, 10));

        take(steps.codeTried("a", "right", timeMillis));

        assertThat(stateOf("a", timeMillis)).isEqualTo(state);
    }

    @Test
    void wrongCodesLockTheCallForTheRightOneTooButPeopleMayStillDecide() {
        held("a", 0, 1);
        take(steps.codeSent("a", "right", 1, 2, 10));
        assertThat(take(steps.codeTried("a", "wrong", 10))).isTrue();
        assertThat(take(steps.codeTried("a", "wrong", 20))).isTrue();

        assertThat(take(steps.codeTried("a", "right", 30))).isFalse();
        assertThat(take(steps.codeSent("a", "new", 40, 2, 10))).isFalse();
        assertThat(ledger.standing(Steps.TENANT, "digest of a", 5_020))
                .as("the same call waits on, so it gets no other code")
                .hasValueSatisfying(approval -> assertThat(approval.state()).isEqualTo(ApprovalState.PENDING));
        assertThat(ledger.standing(Steps.TENANT, "digest of a", 5_021)).isEmpty();
        assertThat(take(steps.step("a", ApprovalStep.APPROVED, 50, "ana"))).isTrue();
    }

    @Test
    void anExpiredCodeIsFollowedByAnotherWithTheTriesThatAreLeft() {
        held("a", 0, 1);
        take(steps.codeSent("a", "first", 1, 2, 10));
        take(steps.codeTried("a", "wrong", 10));
        assertThat(take(steps.codeSent("a", "second", 20, 2, 10)))
                .as("one at a time")
                .isFalse();

        assertThat(take(steps.codeSent("a", "second", 600, 9, 10))).isTrue();

        assertThat(take(steps.codeTried("a", "first", 610))).isTrue();
        assertThat(take(steps.codeTried("a", "second", 620)))
                .as("no try is left")
                .isFalse();
    }

    @Test
    void triesOverManyCallsOfOneKeyAreBoundedTooAndAnHourLongNoCodeIsMadeForIt() {
        for (int i = 0; i < 3; i++) {
            held("call " + i, i, 1);
            take(steps.codeSent("call " + i, "right", i, 3, 3));
            take(steps.codeTried("call " + i, "wrong", i));
        }

        assertThat(take(steps.codeTried("call 0", "right", 10))).isFalse();
        held("another", 10, 1);
        assertThat(take(steps.codeSent("another", "right", 11, 3, 3))).isFalse();
        held("later", HOUR + 2, 1);
        assertThat(take(steps.codeSent("later", "right", HOUR + 2, 3, 3))).isTrue();
        assertThat(take(steps.codeTried("later", "right", HOUR + 3))).isTrue();
    }

    @Test
    void peopleGetSoManyCodesAnHourForOneKey() {
        for (int i = 0; i < 5; i++) {
            held("call " + i, i, 1);
            assertThat(take(steps.codeSent("call " + i, "right", i, 3, 3))).isEqualTo(i < 4);
        }
    }

    @Test
    void aNodeThatStartsAnewHasTheSameTriesLeft() {
        held("a", 0, 1);
        take(steps.codeSent("a", "right", 1, 2, 10));
        take(steps.codeTried("a", "wrong", 10));
        take(steps.codeTried("a", "wrong", 20));

        ApprovalLedger restarted = new ApprovalLedger(100);
        taken.forEach(restarted::take);

        assertThat(restarted.find(Steps.TENANT, "a")).isEqualTo(ledger.find(Steps.TENANT, "a"));
        assertThat(restarted.wouldTake(steps.codeTried("a", "right", 30))).isFalse();
    }

    @Test
    void aCodeThatPeopleDecidedWithoutIsOver() {
        held("a", 0, 1);
        take(steps.codeSent("a", "right", 1, 3, 10));
        take(steps.step("a", ApprovalStep.DENIED, 10, "ana"));

        assertThat(take(steps.codeTried("a", "right", 20))).isFalse();
        assertThat(stateOf("a", 20)).isEqualTo(ApprovalState.DENIED);
    }

    private void held(String approvalId, long timeMillis, int peopleNeeded) {
        take(steps.requested(approvalId, "digest of " + approvalId, timeMillis, peopleNeeded, 1));
    }

    private boolean take(ApprovalEvent event) {
        taken.add(event);
        return ledger.take(event);
    }

    private ApprovalState stateOf(String approvalId, long timeMillis) {
        return ledger.find(Steps.TENANT, approvalId).orElseThrow().stateAt(timeMillis);
    }
}
