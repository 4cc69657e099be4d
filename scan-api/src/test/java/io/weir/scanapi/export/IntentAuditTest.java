package io.weir.scanapi.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.ReasonCode;
import io.weir.schemas.word.RiskBand;
import io.weir.testkit.event.SampleEvents;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntentAuditTest {

    private final IntentAudit audit = new IntentAudit();

    @Test
    void entriesHaveTheMembersOfTheOriginalAndATime() {
        Map<String, Object> denied = audit.entry(made("s", "a", Decision.DENY, ReasonCode.READ_WRITE_LINK));

        assertThat(denied.keySet())
                .containsExactly(
                        "timestamp",
                        "session_id",
                        "step",
                        "tool_name",
                        "tool_args_summary",
                        "verdict",
                        "reason",
                        "confidence",
                        "method",
                        "elapsed_ms",
                        "risk_indicators",
                        "phase");
        assertThat(denied)
                .contains(
                        entry("step", 1),
                        entry("verdict", "block"),
                        entry("reason", "READ_WRITE_LINK"),
                        entry("confidence", 1.0),
                        entry("method", "fast_check"),
                        entry("phase", "pre"));
    }

    @Test
    void aStepIsOneMoreThanTheCallsThatWereAllowedBefore() {
        assertThat(audit.entry(made("s", "a", Decision.ALLOW))).containsEntry("step", 1);
        assertThat(audit.entry(made("s", "b", Decision.DENY))).containsEntry("step", 2);
        assertThat(audit.entry(made("s", "c", Decision.SANITIZE))).containsEntry("step", 2);
        assertThat(audit.entry(made("other", "d", Decision.ALLOW))).containsEntry("step", 1);
        assertThat(audit.entry(made("s", "e", Decision.REQUIRE_APPROVAL)))
                .contains(entry("step", 3), entry("verdict", "escalate"));
        assertThat(audit.summary()).isNull();
    }

    @Test
    void whatAModelStopsIsSaidToBeOfAModel() {
        assertThat(audit.entry(made("s", "a", Decision.REQUIRE_APPROVAL, ReasonCode.JUDGE_ESCALATES)))
                .contains(entry("method", "llm_intent"), entry("confidence", null));
    }

    @Test
    void oneSessionHasASummary() {
        audit.entry(made("s", "a", Decision.ALLOW));
        audit.entry(made("s", "b", Decision.DENY));
        audit.entry(made("s", "c", Decision.REQUIRE_APPROVAL));

        assertThat(audit.summary())
                .contains(
                        entry("total_evaluations", 3),
                        entry("allowed", 1),
                        entry("blocked", 1),
                        entry("escalated", 1),
                        entry("tool_sequence", List.of("custom_proxy")));
    }

    private static DecisionMade made(String session, String name, Decision decision, ReasonCode... reasons) {
        DecisionMade sample = DecisionMade.of(SampleEvents.call(session, name));
        DecisionRecord outcome = new DecisionRecord(
                decision, 0.5, RiskBand.HIGH, List.of(reasons), List.of(), List.of(), List.of(), null, "v");
        return new DecisionMade(
                sample.eventId(),
                sample.traceId(),
                sample.traceparent(),
                sample.timeMillis(),
                sample.principal(),
                sample.call(),
                outcome);
    }
}
