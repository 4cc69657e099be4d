package io.weir.edge.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.edge.call.CallBody;
import io.weir.edge.gateway.FakeScanApi;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.Decision;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EnforcerTest {

    private static final CallBody BODY = new CallBody.OfText("card", StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource({
        "ALLOW, Forward",
        "SANITIZE, ForwardRedacted",
        "REQUIRE_APPROVAL, Hold",
        "DENY, Hold",
    })
    void doesWhatTheDecisionSays(Decision decision, String enforcement) {
        var outcome = new ScanOutcome.Scanned(FakeScanApi.answer(decision, "[CARD]"));

        assertThat(new Enforcer(Mode.ENFORCE, FailMode.CLOSED)
                        .enforce(outcome, BODY)
                        .getClass()
                        .getSimpleName())
                .isEqualTo(enforcement);
    }

    @ParameterizedTest
    @EnumSource(Decision.class)
    void forwardsEverythingInMonitorMode(Decision decision) {
        var outcome = new ScanOutcome.Scanned(FakeScanApi.answer(decision, "[CARD]"));

        assertThat(new Enforcer(Mode.MONITOR, FailMode.CLOSED).enforce(outcome, BODY))
                .isInstanceOf(Enforcement.Forward.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ENFORCE, CLOSED, true, FailClosed",
        "ENFORCE, CLOSED, false, FailClosed",
        "ENFORCE, OPEN, true, Forward",
        "ENFORCE, OPEN, false, FailClosed",
        "MONITOR, CLOSED, false, Forward",
    })
    void failsClosedUnlessTheOperatorWantsItOpen(
            Mode mode, FailMode failMode, boolean mayFailOpen, String enforcement) {
        var outcome = CallScanner.unscanned(ErrorCode.SCAN_UNAVAILABLE, "why", mayFailOpen);

        assertThat(new Enforcer(mode, failMode)
                        .enforce(outcome, BODY)
                        .getClass()
                        .getSimpleName())
                .isEqualTo(enforcement);
    }
}
