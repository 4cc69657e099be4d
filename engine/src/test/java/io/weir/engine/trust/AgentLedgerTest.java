package io.weir.engine.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.weir.schemas.event.AgentMarked;
import io.weir.schemas.event.AgentMarks;
import io.weir.schemas.event.AgentRuled;
import io.weir.schemas.word.AgentStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentLedgerTest {

    private static final long NOW = 1_795_219_200_000L;
    private static final long DAY = 86_400_000;

    private final AgentLedger ledger = new AgentLedger(100);

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 0, 0, 0, 0, 0, 0.95",
        "1, 1, 0, 0, 0, 0, 0, 0, 0.92",
        "0, 0, 1, 0, 0, 0, 0, 0, 0.85",
        "0, 0, 0, 1, 0, 0, 0, 0, 0.99",
        "0, 0, 0, 0, 1, 0, 0, 0, 0.95",
        "0, 0, 0, 0, 0, 1, 0, 0, 0.90",
        "2, 0, 0, 0, 0, 0, 1, 0, 0.95",
        "2, 0, 0, 0, 0, 0, 0, 1, 0.92",
        "0, 0, 0, 0, 0, 0, 9, 9, 1.00",
        "99, 0, 0, 0, 0, 0, 0, 0, 0.00"
    })
    void eachMarkCountsAsPublished(
            int denials,
            int criticals,
            int threats,
            int anomalies,
            int breaches,
            int refusals,
            int streaks,
            int approvals,
            double trust) {
        mark(NOW, new AgentMarks(denials, criticals, threats, anomalies, breaches, refusals, streaks, approvals));

        assertThat(trust(NOW)).isEqualTo(trust);
    }

    @Test
    void theDebtHalvesInTwoDaysAndIsGoneAfterFourteen() {
        mark(NOW, denials(8));

        assertThat(trust(NOW)).isEqualTo(0.6);
        assertThat(trust(NOW + 2 * DAY)).isCloseTo(0.8, within(0.001));
        assertThat(trust(NOW + 4 * DAY)).isCloseTo(0.9, within(0.001));
        assertThat(trust(NOW + 15 * DAY)).isEqualTo(1);
    }

    @Test
    void goodConductIsNoCreditForWhatComes() {
        mark(NOW - DAY, new AgentMarks(0, 0, 0, 0, 0, 0, 1_000, 0));

        mark(NOW, denials(4));

        assertThat(trust(NOW)).isEqualTo(0.8);
    }

    @Test
    void theLastWordAboutASuspensionCounts() {
        ledger.take(said(AgentStep.SUSPENDED, null, NOW));
        assertThat(restraint("run")).isEqualTo(Restraint.SUSPENDED);

        ledger.take(said(AgentStep.REACTIVATED, null, NOW + 1));
        assertThat(restraint("run")).isEqualTo(Restraint.NONE);
    }

    @Test
    void aHeldSessionConcernsNoOther() {
        ledger.take(said(AgentStep.SESSION_HELD, "run", NOW));

        assertThat(restraint("run")).isEqualTo(Restraint.SESSION_HELD);
        assertThat(restraint("other")).isEqualTo(Restraint.NONE);
        ledger.take(said(AgentStep.SESSION_RELEASED, "run", NOW + 1));
        assertThat(restraint("run")).isEqualTo(Restraint.NONE);
    }

    @Test
    void whatWasBeforeAResetCountsNoMoreAlsoWhereItIsReadAfterIt() {
        mark(NOW, denials(4));
        ledger.take(said(AgentStep.RESET, null, NOW + 1));
        mark(NOW, denials(4));

        assertThat(trust(NOW + 2)).isEqualTo(1);
    }

    @Test
    void aLogThatIsCompactedOrReadInAnotherOrderGivesTheSameTrust() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<AgentMarked> events = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            events.add(new AgentMarked(
                    "e" + i,
                    "acme",
                    "bot",
                    NOW - random.nextInt((int) (10 * DAY / 1_000)) * 1_000L,
                    new AgentMarks(random.nextInt(2), 0, 0, 0, 0, 0, random.nextInt(2), 0)));
        }
        AgentLedger other = new AgentLedger(100);
        events.forEach(ledger::take);
        Collections.shuffle(events, random);
        events.forEach(other::take);

        assertThat(other.standing("acme", "bot", NOW))
                .as("seed " + seed)
                .isEqualTo(ledger.standing("acme", "bot", NOW));
    }

    @Test
    void forgetsTheMarksOfTheAgentMarkedLongestAgoAndNoSuspension() {
        AgentLedger small = new AgentLedger(1);
        small.take(new AgentRuled("e", "acme", "a", null, AgentStep.SUSPENDED, NOW, "ann", null, null));
        small.take(new AgentMarked("1", "acme", "a", NOW, denials(4)));
        small.take(new AgentMarked("2", "acme", "b", NOW, denials(4)));

        assertThat(small.forgotten()).isEqualTo(1);
        assertThat(small.standing("acme", "a", NOW).trust()).isEqualTo(1);
        assertThat(small.standing("acme", "a", NOW).suspended()).isTrue();
        assertThat(small.list("acme", NOW, 10))
                .extracting(AgentStanding::agentId)
                .containsExactly("a", "b");
    }

    @Test
    void tenantsKnowNothingOfEachOther() {
        ledger.take(said(AgentStep.SUSPENDED, null, NOW));
        mark(NOW, denials(4));

        assertThat(ledger.regard("beta", "bot", "run", NOW)).isEqualTo(new Regard(Restraint.NONE, 1.0, 0));
    }

    private void mark(long timeMillis, AgentMarks marks) {
        ledger.take(new AgentMarked("e", "acme", "bot", timeMillis, marks));
    }

    private double trust(long timeMillis) {
        return ledger.standing("acme", "bot", timeMillis).trust();
    }

    private Restraint restraint(String session) {
        return ledger.regard("acme", "bot", session, NOW + 10).restraint();
    }

    private static AgentMarks denials(int count) {
        return new AgentMarks(count, 0, 0, 0, 0, 0, 0, 0);
    }

    private static AgentRuled said(AgentStep step, @Nullable String sessionId, long timeMillis) {
        return new AgentRuled("e", "acme", "bot", sessionId, step, timeMillis, "ann", null, null);
    }
}
