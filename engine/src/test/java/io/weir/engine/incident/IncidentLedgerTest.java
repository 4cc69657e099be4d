package io.weir.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.event.IncidentEvent;
import io.weir.schemas.event.IncidentOpening;
import io.weir.schemas.word.IncidentState;
import io.weir.schemas.word.IncidentStep;
import io.weir.schemas.word.IncidentTrigger;
import io.weir.schemas.word.Resolution;
import io.weir.schemas.word.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncidentLedgerTest {

    private static final long NOW = 1_795_219_200_000L;

    private final IncidentLedger ledger = new IncidentLedger(3);

    @Test
    void ofTwoThatOpenForTheSameTheSecondAddsToTheFirst() {
        ledger.take(opened("1", IncidentTrigger.CRITICAL_DENIAL, "bot", null, Severity.MEDIUM));
        ledger.take(opened("2", IncidentTrigger.CRITICAL_DENIAL, "bot", null, Severity.HIGH));

        assertThat(ledger.list("acme", null, 10)).singleElement().satisfies(incident -> {
            assertThat(incident.incidentId()).isEqualTo("1");
            assertThat(incident.occurrences()).isEqualTo(2);
            assertThat(incident.severity()).isEqualTo(Severity.HIGH);
            assertThat(incident.traceIds()).containsExactly("trace-1", "trace-2");
        });
    }

    @Test
    void anAlertThatIsReadTwiceCountsOnceAlsoAfterClosing() {
        ledger.take(opened("1", IncidentTrigger.ALERT, "bot", "alert", Severity.HIGH));
        ledger.take(step("1", IncidentStep.CLOSED, Resolution.FALSE_POSITIVE));

        assertThat(ledger.take(opened("2", IncidentTrigger.ALERT, "bot", "alert", Severity.HIGH)))
                .isNull();
        assertThat(ledger.list("acme", IncidentState.OPEN, 10)).isEmpty();
    }

    @Test
    void whatComesAfterClosingOpensAnother() {
        ledger.take(opened("1", IncidentTrigger.POLICY, "bot", null, Severity.HIGH));
        ledger.take(step("1", IncidentStep.CLOSED, Resolution.POLICY_GAP));

        ledger.take(opened("2", IncidentTrigger.POLICY, "bot", null, Severity.HIGH));

        assertThat(ledger.list("acme", IncidentState.OPEN, 10))
                .extracting(Incident::incidentId)
                .containsExactly("2");
    }

    @Test
    void agentsAndTriggersAreKeptApart() {
        ledger.take(opened("1", IncidentTrigger.POLICY, "bot", null, Severity.HIGH));
        ledger.take(opened("2", IncidentTrigger.POLICY, "clerk", null, Severity.HIGH));
        ledger.take(opened("3", IncidentTrigger.TRUST_DROP, "bot", null, Severity.HIGH));

        assertThat(ledger.list("acme", null, 10)).hasSize(3);
    }

    @Test
    void closingNeedsAResolutionAndAnOpenIncident() {
        ledger.take(opened("1", IncidentTrigger.POLICY, "bot", null, Severity.HIGH));

        assertThat(ledger.take(step("1", IncidentStep.CLOSED, null))).isNull();
        assertThat(ledger.take(step("1", IncidentStep.REOPENED, null))).isNull();
        assertThat(ledger.take(step("1", IncidentStep.CLOSED, Resolution.POLICY_GAP)))
                .isNotNull();
        assertThat(ledger.take(step("1", IncidentStep.CLOSED, Resolution.POLICY_GAP)))
                .isNull();
        assertThat(ledger.take(step("1", IncidentStep.TAKEN_UP, null))).isNull();
        assertThat(ledger.take(step("1", IncidentStep.REOPENED, null))).isNotNull();
    }

    @Test
    void forgetsTheOldestBeyondItsBoundAndCountsIt() {
        for (int i = 0; i < 5; i++) {
            ledger.take(opened("i" + i, IncidentTrigger.MANUAL, "bot", null, Severity.LOW));
        }

        assertThat(ledger.list("acme", null, 10)).hasSize(3);
        assertThat(ledger.forgotten()).isEqualTo(2);
        assertThat(ledger.find("acme", "i0")).isEmpty();
        assertThat(ledger.find("beta", "i4")).isEmpty();
    }

    private static IncidentEvent opened(
            String id, IncidentTrigger trigger, String agentId, @Nullable String alertId, Severity severity) {
        IncidentOpening opening = new IncidentOpening(
                trigger, severity, "something", "production", agentId, "run", "trace-" + id, alertId);
        return new IncidentEvent("e" + id, id, "acme", IncidentStep.OPENED, NOW, "weir", opening, null, null, null);
    }

    private static IncidentEvent step(String id, IncidentStep step, @Nullable Resolution resolution) {
        return new IncidentEvent("s" + id + step, id, "acme", step, NOW + 1, "ann", null, null, resolution, null);
    }
}
