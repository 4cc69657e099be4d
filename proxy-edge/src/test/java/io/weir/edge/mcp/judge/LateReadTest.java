package io.weir.edge.mcp.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.client.CallerHeaders;
import io.weir.edge.call.AgentIdentity;
import io.weir.edge.enforce.LateReports;
import io.weir.edge.mcp.FakeScan;
import io.weir.schemas.api.ResponseScanRequest;
import io.weir.schemas.word.Decision;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of reports of what servers send while no scan API answers. */
class LateReadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int WINDOW_BYTES = 8_192;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final McpMeters meters = new McpMeters(registry);
    private final FakeScan scan = new FakeScan();
    private final LateReports late = new LateReports(scan::observe, meters::late);
    private final CallTrace trace = new CallTrace("trace", "session", agent());

    @AfterEach
    void stop() {
        late.close();
    }

    private static AgentIdentity agent() {
        return new AgentIdentity("agent", "session", null, null, null, CallerHeaders.NONE);
    }

    private ReadReporter reporter(boolean failOpen) {
        return new ReadReporter(scan, new JudgeRules(false, true, failOpen, WINDOW_BYTES, 1 << 20), meters, late);
    }

    private double counted(String outcome) {
        var counter =
                registry.find("weir.mcp.late.reports").tag("outcome", outcome).counter();
        return counter == null ? 0 : counter.count();
    }

    @Test
    void reportsWhatWasReadDuringAnOutageOnceItIsOver() throws Exception {
        // Given
        scan.unreachable(true);
        assertThat(reporter(true).report(trace, Map.of("a", 1), false)).isEqualTo(ReadRuling.PASS);
        assertThat(reporter(true).report(trace, "second", true)).isEqualTo(ReadRuling.PASS);

        // When
        scan.unreachable(false);

        // Then
        Awaitility.await().atMost(PATIENCE).until(() -> counted("reported") == 2);
        assertThat(scan.reads())
                .containsExactly(
                        new ResponseScanRequest("trace", Map.of("a", 1), 200, "session", "agent"),
                        new ResponseScanRequest("trace", "second", 500, "session", "agent"));
    }

    @Test
    void reportsEachPartOfALongContentOnce() throws Exception {
        scan.observing(read -> {
            if (scan.reads().size() == 1) {
                scan.unreachable(true);
            }
            return FakeScan.observed(Decision.ALLOW, null);
        });
        String content = "0123456789abcdef".repeat(4_000);

        reporter(true).report(trace, content, false);
        int before = scan.reads().size();
        scan.unreachable(false);

        assertThat(before).isOne();
        Awaitility.await().atMost(PATIENCE).until(() -> counted("reported") >= 4);
        assertThat(scan.reads().stream().map(ResponseScanRequest::responseBody).distinct())
                .hasSize(scan.reads().size());
    }

    @Test
    void keepsNothingThatIsHeldBack() throws Exception {
        scan.unreachable(true);

        assertThat(reporter(false).report(trace, "never seen", false)).isInstanceOf(ReadRuling.Stop.class);

        late.close();
        assertThat(counted("dropped")).isZero();
    }

    @Test
    void countsWhatIsDroppedWhenTheEdgeEnds() throws Exception {
        scan.unreachable(true);
        reporter(true).report(trace, "seen", false);

        late.close();

        assertThat(counted("dropped")).isOne();
    }
}
