package io.weir.edge.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.client.ScanClient;
import io.weir.client.ScanClientConfig;
import io.weir.edge.enforce.LateReports;
import io.weir.edge.gateway.FakeScanApi;
import io.weir.platform.config.ConfigSource;
import io.weir.schemas.api.ResponseScanRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of outputs that could not be reported, in a hook at the gateway. */
class HookLateReportTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String OUTPUT =
            "{\"event\":\"after\",\"tool\":\"read\",\"input\":{},\"output\":\"%s\",\"session_id\":\"s\"}";

    private final List<String> outcomes = new CopyOnWriteArrayList<>();
    private FakeScanApi scanApi;
    private ScanClient client;
    private LateReports late;

    @BeforeEach
    void start() throws Exception {
        scanApi = FakeScanApi.start();
        client = new ScanClient(ScanClientConfig.SECTION.defaults().withUrl(scanApi.url()));
        late = new LateReports(client::report, outcomes::add);
    }

    @AfterEach
    void stop() {
        late.close();
        scanApi.close();
    }

    private HookReply run(String failMode, String guard, String output) throws InterruptedException {
        HookConfig config = ConfigSource.empty()
                .withOption("hook.fail_mode", failMode, "test")
                .withOption("hook.guard_results", guard, "test")
                .read(List.of(HookConfig.SECTION))
                .get(HookConfig.SECTION);
        return Hook.of("generic", config, client, new RecentTraceMemory(), late)
                .run(OUTPUT.formatted(output).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"open, off", "open, replacing", "closed, off"})
    void reportsWhatTheAgentMayHaveSeenOnceTheScanApiIsBack(String failMode, String guard) throws Exception {
        // Given
        int port = scanApi.url().getPort();
        scanApi.kill();
        run(failMode, guard, "one");
        run(failMode, guard, "x".repeat(450 << 10));

        // When
        try (FakeScanApi restarted = FakeScanApi.start(port)) {
            Awaitility.await().atMost(PATIENCE).until(() -> outcomes.size() >= 4);

            // Then
            assertThat(outcomes).containsOnly("reported");
            assertThat(restarted.responses())
                    .extracting(ResponseScanRequest::responseBody)
                    .startsWith("one");
        }
    }

    @Test
    void keepsNothingThatSomethingElseWasShownFor() throws Exception {
        scanApi.kill();

        assertThat(run("closed", "replacing", "never seen").out()).doesNotContain("never seen");

        late.close();
        assertThat(outcomes).isEmpty();
    }
}
