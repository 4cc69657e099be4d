package io.weir.edge.envoy;

import static io.envoyproxy.envoy.extensions.filters.http.ext_proc.v3.ProcessingMode.BodySendMode.BUFFERED;
import static io.envoyproxy.envoy.extensions.filters.http.ext_proc.v3.ProcessingMode.BodySendMode.FULL_DUPLEX_STREAMED;
import static io.envoyproxy.envoy.extensions.filters.http.ext_proc.v3.ProcessingMode.BodySendMode.NONE;
import static io.envoyproxy.envoy.extensions.filters.http.ext_proc.v3.ProcessingMode.BodySendMode.STREAMED;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Uninterruptibles;
import io.envoyproxy.envoy.extensions.filters.http.ext_proc.v3.ProcessingMode.BodySendMode;
import io.envoyproxy.envoy.service.ext_proc.v3.CommonResponse;
import io.envoyproxy.envoy.service.ext_proc.v3.HeaderMutation;
import io.envoyproxy.envoy.service.ext_proc.v3.ProcessingResponse;
import io.envoyproxy.envoy.service.ext_proc.v3.StreamedBodyResponse;
import io.grpc.Status;
import io.weir.edge.gateway.FakeScanApi;
import io.weir.schemas.word.Decision;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProcessorResponseTest {

    private static final String[] GET = {
        ":method", "GET", ":scheme", "https", ":authority", "api.example.com", ":path", "/", "x-weir-agent", "agent-7"
    };
    private static final String[] JSON = {
        ":status", "201", "content-type", "application/json", "x-weir-decision", "ALLOW-says-the-upstream", "etag", "e"
    };
    private static final String[] EVENTS = {":status", "200", "content-type", "text/event-stream"};

    private static final Map<String, String> GUARDING = Map.of("guard_responses", "true");

    private FakeScanApi scanApi;

    @BeforeEach
    void start() throws Exception {
        scanApi = FakeScanApi.start();
    }

    @AfterEach
    void stop() {
        scanApi.close();
    }

    private TestEdge edge(Map<String, String> settings) throws Exception {
        return TestEdge.start(scanApi.url(), settings);
    }

    private static ProcessorClient answered(TestEdge edge, BodySendMode responseMode) throws Exception {
        ProcessorClient client = edge.processor().modes(NONE, responseMode).requestHeaders(true, GET);
        assertThat(client.next().hasRequestHeaders()).isTrue();
        return client;
    }

    private static StreamedBodyResponse streamed(ProcessingResponse answer) {
        assertThat(answer.hasResponseBody()).as("%s", answer).isTrue();
        return answer.getResponseBody().getResponse().getBodyMutation().getStreamedResponse();
    }

    private static Map<String, String> set(HeaderMutation mutation) {
        return mutation.getSetHeadersList().stream()
                .collect(Collectors.toMap(
                        option -> option.getHeader().getKey(),
                        option -> option.getHeader().getRawValue().toStringUtf8()));
    }

    private static void assertStopped(ProcessingResponse answer, int status, String code) {
        assertThat(answer.getImmediateResponse().getStatus().getCodeValue()).isEqualTo(status);
        assertThat(answer.getImmediateResponse().getBody().toStringUtf8()).contains('"' + code + '"');
    }

    @Test
    void theAgentIsToldTheDecisionAndNotWhatTheUpstreamSaysOfIt() throws Exception {
        try (TestEdge edge = edge(Map.of())) {
            ProcessorClient client = answered(edge, BUFFERED).responseHeaders(false, JSON);

            HeaderMutation head =
                    client.next().getResponseHeaders().getResponse().getHeaderMutation();
            assertThat(set(head)).containsEntry("X-Weir-Decision", "ALLOW").containsEntry("X-Weir-Mode", "enforce");
            assertThat(head.getRemoveHeadersList()).containsExactly("x-weir-decision");
        }
    }

    @Test
    void aShortResponseIsReportedAsOneValueBeforeAnyOfItGoesOn() throws Exception {
        try (TestEdge edge = edge(Map.of())) {
            // When
            ProcessorClient client = answered(edge, FULL_DUPLEX_STREAMED)
                    .responseHeaders(false, JSON)
                    .responseBody("{\"n\":", false)
                    .responseBody("1}", false)
                    .responseBody("", true);

            // Then
            assertThat(client.next().hasResponseHeaders()).isTrue();
            assertThat(scanApi.responses()).hasSize(1);
            assertThat(scanApi.responses().get(0).responseBody()).isEqualTo(Map.of("n", 1));
            assertThat(scanApi.responses().get(0).responseStatus()).isEqualTo(201);
            assertThat(scanApi.responses().get(0).traceId()).isEqualTo(FakeScanApi.TRACE_ID);
            assertThat(scanApi.responses().get(0).agentId()).isEqualTo("agent-7");
            StreamedBodyResponse body = streamed(client.next());
            assertThat(body.getBody().toStringUtf8()).isEqualTo("{\"n\":1}");
            assertThat(body.getEndOfStream()).isTrue();
        }
    }

    @Test
    void aStreamOfEventsFlowsAndEachIsReportedBeforeItGoesOn() throws Exception {
        for (BodySendMode mode : new BodySendMode[] {STREAMED, FULL_DUPLEX_STREAMED}) {
            try (TestEdge edge = edge(Map.of())) {
                scanApi.responses().clear();
                ProcessorClient client = answered(edge, mode).responseHeaders(false, EVENTS);
                assertThat(client.next().hasResponseHeaders()).isTrue();

                assertThat(client.responseBody("data: one\n\n", false).next().hasResponseBody())
                        .isTrue();
                assertThat(scanApi.responses()).hasSize(1);
                client.responseBody("data: two\n\n", true).next();
                assertThat(scanApi.responses()).hasSize(2);
                assertThat(String.valueOf(scanApi.responses().get(1).responseBody()))
                        .endsWith("data: two\n\n");
            }
        }
    }

    @Test
    void aResponseIsRedactedWhereTheScanApiSaysSo() throws Exception {
        scanApi.objecting(Decision.SANITIZE, body -> Map.of("key", "[SECRET]"));
        try (TestEdge edge = edge(GUARDING)) {
            // When
            ProcessorClient buffered = answered(edge, BUFFERED).responseHeaders(false, JSON);
            buffered.next();
            CommonResponse answer = buffered.responseBody("{\"key\":\"k-1\"}", true)
                    .next()
                    .getResponseBody()
                    .getResponse();
            ProcessorClient duplex = answered(edge, FULL_DUPLEX_STREAMED)
                    .responseHeaders(false, JSON)
                    .responseBody("{\"key\":\"k-1\"}", true);

            // Then
            assertThat(answer.getBodyMutation().getBody().toStringUtf8()).isEqualTo("{\"key\":\"[SECRET]\"}");
            assertThat(set(answer.getHeaderMutation())).containsEntry("content-length", "18");
            assertThat(answer.getHeaderMutation().getRemoveHeadersList()).contains("etag");
            assertThat(duplex.next().hasResponseHeaders()).isTrue();
            assertThat(streamed(duplex.next()).getBody().toStringUtf8()).isEqualTo("{\"key\":\"[SECRET]\"}");
        }
    }

    @Test
    void aResponseThatCannotBeRedactedIsHeldBack() throws Exception {
        scanApi.objecting(Decision.SANITIZE, body -> null);
        try (TestEdge edge = edge(GUARDING)) {
            ProcessorClient client = answered(edge, FULL_DUPLEX_STREAMED)
                    .responseHeaders(false, JSON)
                    .responseBody("{}", true);

            assertStopped(client.next(), 403, "RESPONSE_DENIED");
        }
    }

    @Test
    void aResponseThatIsDeniedIsHeldBackUnlessTheOperatorOnlyWantsReports() throws Exception {
        scanApi.objecting(Decision.DENY, body -> null);
        try (TestEdge guarding = edge(GUARDING);
                TestEdge reporting = edge(Map.of())) {
            ProcessorClient held = answered(guarding, BUFFERED).responseHeaders(false, JSON);
            held.next();
            ProcessorClient passed = answered(reporting, BUFFERED).responseHeaders(false, JSON);
            passed.next();

            assertStopped(held.responseBody("{}", true).next(), 403, "RESPONSE_DENIED");
            assertThat(passed.responseBody("{}", true).next().hasResponseBody()).isTrue();
        }
    }

    @Test
    void inMonitorModeNoResponseIsHeldBack() throws Exception {
        scanApi.objecting(Decision.DENY, body -> null);
        try (TestEdge edge = edge(Map.of("guard_responses", "true", "mode", "monitor"))) {
            ProcessorClient client = answered(edge, BUFFERED).responseHeaders(false, JSON);
            client.next();

            assertThat(client.responseBody("{}", true).next().hasResponseBody()).isTrue();
        }
    }

    @Test
    void partsOfAResponseCannotBeAskedForWhereResponsesAreGuarded() throws Exception {
        try (TestEdge guarding = edge(GUARDING);
                TestEdge reporting = edge(Map.of())) {
            String[] ranged = {
                ":method", "GET", ":scheme", "https", ":authority", "a.example", ":path", "/", "range", "bytes=0-9"
            };

            assertThat(removed(guarding.processor().requestHeaders(true, ranged)))
                    .containsExactly("range");
            assertThat(removed(reporting.processor().requestHeaders(true, ranged)))
                    .isEmpty();
        }
    }

    private static List<String> removed(ProcessorClient client) throws Exception {
        return client.next()
                .getRequestHeaders()
                .getResponse()
                .getHeaderMutation()
                .getRemoveHeadersList();
    }

    @Test
    void aStreamThatTurnsBadIsBrokenOff() throws Exception {
        try (TestEdge edge = edge(GUARDING)) {
            ProcessorClient client = answered(edge, FULL_DUPLEX_STREAMED).responseHeaders(false, EVENTS);
            client.next();
            client.responseBody("data: good\n\n", false).next();

            scanApi.objecting(Decision.DENY, body -> null);
            client.responseBody("data: bad\n\n", false);

            assertThat(client.end().getCode()).isEqualTo(Status.Code.ABORTED);
            assertThat(client.isSilent()).isTrue();
        }
    }

    @Test
    void aResponseThatCannotBeReportedIsHeldBack() throws Exception {
        try (TestEdge edge = edge(Map.of())) {
            ProcessorClient whole = answered(edge, FULL_DUPLEX_STREAMED).responseHeaders(false, JSON);
            ProcessorClient begun = answered(edge, FULL_DUPLEX_STREAMED).responseHeaders(false, EVENTS);
            begun.next();

            scanApi.kill();

            assertStopped(whole.responseBody("{}", true).next(), 503, "SCAN_UNAVAILABLE");
            assertThat(begun.responseBody("data: a\n\n", false).end().getCode()).isEqualTo(Status.Code.ABORTED);
        }
    }

    @Test
    void whereTheEdgeFailsOpenAnUnreportedResponseGoesOn() throws Exception {
        try (TestEdge edge = edge(Map.of("fail_mode", "open"))) {
            ProcessorClient client = answered(edge, BUFFERED).responseHeaders(false, JSON);
            client.next();

            scanApi.kill();

            assertThat(client.responseBody("{}", true).next().hasResponseBody()).isTrue();
        }
    }

    @Test
    void aResponseThatTheProxyDoesNotShowIsHeldBack() throws Exception {
        try (TestEdge edge = edge(Map.of())) {
            assertStopped(answered(edge, NONE).responseHeaders(false, JSON).next(), 503, "BODY_NOT_SHOWN");
        }
    }

    @Test
    void anEmptyResponseIsReportedAsWell() throws Exception {
        try (TestEdge edge = edge(Map.of())) {
            ProcessorClient client = answered(edge, NONE).responseHeaders(true, ":status", "204");

            assertThat(client.next().hasResponseHeaders()).isTrue();
            assertThat(scanApi.responses()).hasSize(1);
            assertThat(scanApi.responses().get(0).responseStatus()).isEqualTo(204);
        }
    }

    @Test
    void trailersOfAResponseAreReportedBeforeTheyGoOn() throws Exception {
        try (TestEdge edge = edge(Map.of())) {
            ProcessorClient client = answered(edge, FULL_DUPLEX_STREAMED)
                    .responseHeaders(false, JSON)
                    .responseBody("{\"n\":1}", false)
                    .responseTrailers("x-note", "behind");

            assertThat(client.next().hasResponseHeaders()).isTrue();
            assertThat(streamed(client.next()).getEndOfStream()).isFalse();
            assertThat(client.next().hasResponseTrailers()).isTrue();
            assertThat(scanApi.responses()).hasSize(2);
            assertThat(scanApi.responses().get(0).responseBody()).isEqualTo(Map.of("n", 1));
            assertThat(scanApi.responses().get(1).responseBody()).isEqualTo(Map.of("x-note", "behind"));
        }
    }

    @Test
    void anAgentThatGoesAwayInTheMiddleOfAReportGivesItsPlaceBack() throws Exception {
        // Given
        CountDownLatch reporting = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        scanApi.onResponse(() -> {
            reporting.countDown();
            Uninterruptibles.awaitUninterruptibly(gone);
        });
        try (TestEdge edge = edge(Map.of("calls_max", "1"))) {
            ProcessorClient client = answered(edge, BUFFERED).responseHeaders(false, JSON);
            client.next();
            client.responseBody("{}", true);
            reporting.await();

            // When
            client.cancel();
            gone.countDown();

            // Then
            Awaitility.await()
                    .untilAsserted(() -> assertThat(edge.processor()
                                    .requestHeaders(true, GET)
                                    .next()
                                    .hasRequestHeaders())
                            .isTrue());
        }
    }

    @Test
    void trailersBehindAStreamAreReportedAsWell() throws Exception {
        try (TestEdge edge = edge(Map.of())) {
            ProcessorClient client = answered(edge, STREAMED).responseHeaders(false, EVENTS);
            client.next();
            client.responseBody("data: one\n\n", false).next();

            assertThat(client.responseTrailers("grpc-message", "behind").next().hasResponseTrailers())
                    .isTrue();
            assertThat(scanApi.responses()).hasSize(2);
        }
    }

    @Test
    void aLongResponseFlowsInPartsAndMemoryHoldsOneOfThem() throws Exception {
        String piece = "word ".repeat(2_000);
        try (TestEdge edge = edge(Map.of("report_window_bytes", "20000", "report_total_bytes", "50000"))) {
            ProcessorClient client = answered(edge, FULL_DUPLEX_STREAMED)
                    .responseHeaders(false, ":status", "200", "content-type", "text/plain", "content-length", "200000");
            for (int i = 0; i < 20; i++) {
                client.responseBody(piece, i == 19);
            }

            assertThat(client.next().hasResponseHeaders()).isTrue();
            int bytes = 0;
            StreamedBodyResponse part;
            do {
                part = streamed(client.next());
                bytes += part.getBody().size();
                assertThat(part.getBody().size()).isLessThanOrEqualTo(30_000);
            } while (!part.getEndOfStream());
            assertThat(bytes).isEqualTo(20 * piece.length());
            assertThat(edge.metrics()
                            .registry()
                            .get("weir.envoy.response.unread.bytes")
                            .counter()
                            .count())
                    .isGreaterThan(100_000);
        }
    }

    @Test
    void aResponseToARequestThatWasNotShownIsHeldBack() throws Exception {
        try (TestEdge edge = edge(Map.of())) {
            ProcessorClient client = edge.processor().modes(NONE, BUFFERED).responseHeaders(false, JSON);

            assertStopped(client.next(), 503, "BODY_NOT_SHOWN");
        }
    }
}
