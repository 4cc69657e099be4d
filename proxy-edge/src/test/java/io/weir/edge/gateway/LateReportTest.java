package io.weir.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.api.ResponseScanRequest;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of reports while no scan API answers, where the operator lets calls pass then. */
class LateReportTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private FakeScanApi scanApi;
    private RawUpstream upstream;
    private TestGateway gateway;

    @BeforeEach
    void start() throws Exception {
        scanApi = FakeScanApi.start();
        upstream = RawUpstream.start();
        gateway = TestGateway.start(scanApi.url(), Map.of("fail_mode", "open"));
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        upstream.close();
        scanApi.close();
    }

    private String url() {
        return "http://" + upstream.authority() + "/";
    }

    private double late(String outcome) {
        var counter = gateway.metrics()
                .registry()
                .find("weir.gateway.late.reports")
                .tag("outcome", outcome)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    @Test
    void reportsWhatWasReadDuringAnOutageOnceItIsOver() throws Exception {
        // Given
        int port = scanApi.url().getPort();
        scanApi.kill();
        assertThat(gateway.get(url()).body()).isEqualTo("hello");
        upstream.answering("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n{\"a\":1}");
        assertThat(gateway.get(url()).body()).isEqualTo("{\"a\":1}");

        // When
        try (FakeScanApi restarted = FakeScanApi.start(port)) {
            Awaitility.await().atMost(PATIENCE).until(() -> late("reported") == 2);

            // Then
            assertThat(restarted.responses())
                    .extracting(ResponseScanRequest::responseBody)
                    .containsExactly("hello", Map.of("a", 1));
        }
    }

    @Test
    void keepsNoMoreThanItsLimitAndCountsTheRest() throws Exception {
        scanApi.kill();
        String body = "0123456789abcdef".repeat(260_000);
        upstream.answering(
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);

        for (int i = 0; i < 3; i++) {
            assertThat(gateway.get(url()).body()).hasSameSizeAs(body);
        }

        assertThat(late("dropped")).isBetween(10.0, 40.0);
    }

    @Test
    void keepsNothingWhereTheCallsThemselvesAreHeldBack() throws Exception {
        try (TestGateway closed = TestGateway.start(scanApi.url(), Map.of())) {
            scanApi.onResponse(scanApi::kill);

            assertThat(closed.get(url()).statusCode()).isEqualTo(503);
            assertThat(closed.metrics()
                            .registry()
                            .find("weir.gateway.late.reports")
                            .counters())
                    .isEmpty();
        }
    }
}
