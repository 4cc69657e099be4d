package io.weir.edge.envoy;

import static io.envoyproxy.envoy.extensions.filters.http.ext_proc.v3.ProcessingMode.BodySendMode.BUFFERED;
import static io.envoyproxy.envoy.extensions.filters.http.ext_proc.v3.ProcessingMode.BodySendMode.FULL_DUPLEX_STREAMED;
import static io.envoyproxy.envoy.extensions.filters.http.ext_proc.v3.ProcessingMode.BodySendMode.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.envoyproxy.envoy.extensions.filters.http.ext_proc.v3.ProcessingMode.BodySendMode;
import io.envoyproxy.envoy.service.ext_proc.v3.CommonResponse;
import io.envoyproxy.envoy.service.ext_proc.v3.HeaderMutation;
import io.envoyproxy.envoy.service.ext_proc.v3.HttpHeaders;
import io.envoyproxy.envoy.service.ext_proc.v3.ProcessingRequest;
import io.envoyproxy.envoy.service.ext_proc.v3.ProcessingResponse;
import io.envoyproxy.envoy.service.ext_proc.v3.StreamedBodyResponse;
import io.grpc.Status;
import io.weir.edge.envoy.wire.BodyMode;
import io.weir.edge.gateway.FakeScanApi;
import io.weir.platform.json.Json;
import io.weir.schemas.word.Decision;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProcessorRequestTest {

    private static final String CARD = "4111 1111 1111 1111";

    private static final String[] POST = {
        ":method",
        "POST",
        ":scheme",
        "https",
        ":authority",
        "api.example.com",
        ":path",
        "/v1/notes?to=a",
        "content-type",
        "application/json",
        "x-weir-session",
        "run-1"
    };
    private static final String[] POST_THAT_TAKES_BROTLI = {
        ":method", "POST", ":scheme", "https", ":authority", "a.example", ":path", "/", "accept-encoding", "br"
    };
    private static final String[] GET = {
        ":method",
        "GET",
        ":scheme",
        "https",
        ":authority",
        "api.example.com",
        ":path",
        "/",
        "x-note",
        "a",
        "x-note",
        "b"
    };

    private FakeScanApi scanApi;

    @BeforeEach
    void start() throws Exception {
        scanApi = FakeScanApi.start();
    }

    @AfterEach
    void stop() {
        scanApi.close();
    }

    private TestEdge edge(String... settings) throws Exception {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        return TestEdge.start(scanApi.url(), all);
    }

    private static ProcessorClient speaking(TestEdge edge, BodySendMode requestMode) {
        return edge.processor().modes(requestMode, requestMode);
    }

    private static void assertStopped(ProcessorClient client, int status, String code) throws Exception {
        ProcessingResponse answer = client.next();
        assertThat(answer.hasImmediateResponse()).as("%s", answer).isTrue();
        assertThat(answer.getImmediateResponse().getStatus().getCodeValue()).isEqualTo(status);
        JsonNode problem =
                Json.mapper().readTree(answer.getImmediateResponse().getBody().toByteArray());
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(client.end().getCode()).isEqualTo(Status.Code.OK);
        assertThat(client.isSilent()).isTrue();
    }

    private static StreamedBodyResponse streamed(ProcessingResponse answer) {
        return answer.getRequestBody().getResponse().getBodyMutation().getStreamedResponse();
    }

    @Test
    void aRequestThatEndsWithItsHeadIsDecidedOnAtOnce() throws Exception {
        try (TestEdge edge = edge()) {
            ProcessorClient client = speaking(edge, NONE).requestHeaders(true, GET);

            assertThat(client.next().hasRequestHeaders()).isTrue();
            assertThat(scanApi.onlyCall().url()).isEqualTo("https://api.example.com/");
            assertThat(scanApi.onlyCall().headers()).containsEntry("x-note", "a, b");
            assertThat(scanApi.onlyCall().body()).isNull();
        }
    }

    @Test
    void aBufferedBodyIsScannedBeforeTheHeadGoesOn() throws Exception {
        try (TestEdge edge = edge()) {
            // When: Envoy keeps the head back until the body has been answered
            ProcessorClient client = speaking(edge, BUFFERED).requestHeaders(false, POST);
            assertThat(client.next().hasRequestHeaders()).isTrue();
            assertThat(scanApi.calls()).isEmpty();
            client.requestBody("{\"text\":\"hi\"}", true);

            // Then
            CommonResponse answer = client.next().getRequestBody().getResponse();
            assertThat(answer.hasBodyMutation()).isFalse();
            assertThat(answer.getHeaderMutation().getRemoveHeadersList()).containsExactly("x-weir-session");
            assertThat(scanApi.onlyCall().body()).isEqualTo(Map.of("text", "hi"));
            assertThat(scanApi.onlyCall().sessionId()).isEqualTo("run-1");
        }
    }

    @Test
    void aBufferedBodyIsReplacedByTheRedactedOne() throws Exception {
        scanApi.sanitizing(body -> Map.of("text", "[CARD]"));
        try (TestEdge edge = edge()) {
            ProcessorClient client = speaking(edge, BUFFERED).requestHeaders(false, POST);
            client.next();
            client.requestBody("{\"text\":\"" + CARD + "\"}", true);

            CommonResponse answer = client.next().getRequestBody().getResponse();
            assertThat(answer.getBodyMutation().getBody().toStringUtf8()).isEqualTo("{\"text\":\"[CARD]\"}");
            HeaderMutation headers = answer.getHeaderMutation();
            assertThat(headers.getSetHeadersList())
                    .extracting(option -> option.getHeader().getKey() + "="
                            + option.getHeader().getRawValue().toStringUtf8())
                    .containsExactly("content-length=17");
        }
    }

    @Test
    void nothingOfADuplexRequestGoesOnBeforeItsEnd() throws Exception {
        try (TestEdge edge = edge()) {
            // When
            ProcessorClient client = speaking(edge, FULL_DUPLEX_STREAMED)
                    .requestHeaders(false, POST)
                    .requestBody("{\"text\":", false)
                    .requestBody("\"h", false)
                    .requestBody("i\"}", true);

            // Then
            assertThat(client.next().hasRequestHeaders()).isTrue();
            StreamedBodyResponse body = streamed(client.next());
            assertThat(body.getBody().toStringUtf8()).isEqualTo("{\"text\":\"hi\"}");
            assertThat(body.getEndOfStream()).isTrue();
            assertThat(scanApi.onlyCall().body()).isEqualTo(Map.of("text", "hi"));
        }
    }

    @Test
    void whatIsSplitBetweenMessagesIsScannedInOnePiece() throws Exception {
        scanApi.sanitizing(body -> String.valueOf(body).replace(CARD, "[CARD]"));
        try (TestEdge edge = edge()) {
            ProcessorClient client = speaking(edge, FULL_DUPLEX_STREAMED)
                    .requestHeaders(
                            false, ":method", "POST", ":scheme", "https", ":authority", "a.example", ":path", "/");
            for (char unit : ("say " + CARD).toCharArray()) {
                client.requestBody(String.valueOf(unit), false);
            }
            client.requestBody("", true);

            assertThat(client.next().hasRequestHeaders()).isTrue();
            assertThat(streamed(client.next()).getBody().toStringUtf8()).isEqualTo("say [CARD]");
        }
    }

    @Test
    void aLongBodyComesBackInPiecesAndWhole() throws Exception {
        String text = "0123456789".repeat(15_000);
        try (TestEdge edge = edge()) {
            ProcessorClient client = speaking(edge, FULL_DUPLEX_STREAMED)
                    .requestHeaders(
                            false, ":method", "POST", ":scheme", "https", ":authority", "a.example", ":path", "/")
                    .requestBody(text, true);

            client.next();
            StringBuilder back = new StringBuilder();
            StreamedBodyResponse piece;
            do {
                piece = streamed(client.next());
                back.append(piece.getBody().toStringUtf8());
                assertThat(piece.getBody().size()).isLessThanOrEqualTo(65_536);
            } while (!piece.getEndOfStream());
            assertThat(back.toString()).isEqualTo(text);
        }
    }

    @Test
    void trailersAreScannedWithTheBody() throws Exception {
        try (TestEdge edge = edge()) {
            // When
            ProcessorClient client = speaking(edge, FULL_DUPLEX_STREAMED)
                    .requestHeaders(false, POST_THAT_TAKES_BROTLI)
                    .requestBody("{}", false)
                    .requestTrailers("x-note", "behind", "x-weir-note", "not for others");

            // Then
            assertThat(client.next().hasRequestHeaders()).isTrue();
            assertThat(streamed(client.next()).getEndOfStream()).isFalse();
            HeaderMutation trailers = client.next().getRequestTrailers().getHeaderMutation();
            assertThat(trailers.getRemoveHeadersList()).contains("x-weir-note", "accept-encoding");
            assertThat(trailers.getSetHeadersList()).isEmpty();
            assertThat(scanApi.onlyCall().headers()).containsEntry("x-note", "behind");
        }
    }

    @Test
    void trailersThatAreShownWithoutTheirBodyDoNotPass() throws Exception {
        try (TestEdge edge = edge()) {
            ProcessorClient client = speaking(edge, BUFFERED).requestHeaders(false, POST);
            client.next();

            assertStopped(client.requestTrailers("x-note", "behind"), 503, "BODY_NOT_SHOWN");
        }
    }

    @ParameterizedTest
    @CsvSource({"DENY, 403, CALL_DENIED", "REQUIRE_APPROVAL, 202, APPROVAL_REQUIRED", "SANITIZE, 403, CALL_DENIED"})
    void aCallThatIsNotAllowedGoesNowhere(Decision decision, int status, String code) throws Exception {
        scanApi.deciding(decision);
        try (TestEdge edge = edge()) {
            assertStopped(
                    speaking(edge, FULL_DUPLEX_STREAMED)
                            .requestHeaders(false, POST)
                            .requestBody("{}", true),
                    status,
                    code);
            ProcessorClient buffered = speaking(edge, BUFFERED).requestHeaders(false, POST);
            buffered.next();
            assertStopped(buffered.requestBody("{}", true), status, code);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = BodySendMode.class,
            names = {"NONE", "STREAMED", "UNRECOGNIZED"},
            mode = EnumSource.Mode.INCLUDE)
    void aBodyThatIsNotShownBeforeTheHeadGoesOnIsRefused(BodySendMode mode) throws Exception {
        try (TestEdge edge = edge("fail_mode", "open")) {
            ProcessorClient client = edge.processor();
            if (mode != BodySendMode.UNRECOGNIZED) {
                client.modes(mode, mode);
            }

            assertStopped(client.requestHeaders(false, POST), 503, "BODY_NOT_SHOWN");
            assertThat(scanApi.calls()).isEmpty();
        }
    }

    @Test
    void aProxyThatDoesNotSayHowBodiesComeIsTakenAtTheOperatorsWord() throws Exception {
        try (TestEdge edge = edge("body_mode", "full_duplex_streamed")) {
            ProcessorClient client =
                    edge.processor().requestHeaders(false, POST).requestBody("{}", true);

            assertThat(client.next().hasRequestHeaders()).isTrue();
            assertThat(streamed(client.next()).getBody().toStringUtf8()).isEqualTo("{}");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = BodySendMode.class,
            names = {"BUFFERED", "BUFFERED_PARTIAL"})
    void theBeginningOfABodyDoesNotPassForAllOfIt(BodySendMode mode) throws Exception {
        try (TestEdge edge = edge()) {
            ProcessorClient client = speaking(edge, mode).requestHeaders(false, POST);
            client.next();

            assertStopped(client.requestBody("{}", false), 503, "BODY_NOT_SHOWN");
            assertThat(scanApi.calls()).isEmpty();
        }
    }

    @Test
    void aBodyOverTheLimitIsRefusedBeforeItsEnd() throws Exception {
        try (TestEdge edge = edge("call_bytes_max", "10", "fail_mode", "open")) {
            ProcessorClient client = speaking(edge, FULL_DUPLEX_STREAMED)
                    .requestHeaders(false, POST)
                    .requestBody("0123456789", false)
                    .requestBody("0", false);

            assertStopped(client, 413, "PAYLOAD_TOO_LARGE");
            assertThat(scanApi.calls()).isEmpty();
        }
    }

    @Test
    void inMonitorModeABodyOverTheLimitFlowsThrough() throws Exception {
        try (TestEdge edge = edge("call_bytes_max", "10", "mode", "monitor")) {
            ProcessorClient client = speaking(edge, FULL_DUPLEX_STREAMED)
                    .requestHeaders(false, POST)
                    .requestBody("0123456789", false)
                    .requestBody("ab", false)
                    .requestBody("cd", true);

            assertThat(client.next().hasRequestHeaders()).isTrue();
            assertThat(streamed(client.next()).getBody().toStringUtf8()).isEqualTo("0123456789ab");
            StreamedBodyResponse rest = streamed(client.next());
            assertThat(rest.getBody().toStringUtf8()).isEqualTo("cd");
            assertThat(rest.getEndOfStream()).isTrue();
        }
    }

    @Test
    void whatComesBehindTheEndOfARequestDoesNotPass() throws Exception {
        try (TestEdge edge = edge()) {
            ProcessorClient client = speaking(edge, FULL_DUPLEX_STREAMED).requestHeaders(true, GET);
            client.next();

            client.requestBody("unscanned", true);

            assertThat(client.end().getCode()).isEqualTo(Status.Code.INTERNAL);
            assertThat(client.isSilent()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        ":method, CONNECT, REQUEST_INVALID",
        ":protocol, websocket, UPSTREAM_FORBIDDEN",
        "upgrade, websocket, UPSTREAM_FORBIDDEN",
        ":path, /twice, REQUEST_INVALID",
        ":authority, other.example.com, REQUEST_INVALID",
    })
    void aHeadThatCouldMeanTwoThingsIsRefused(String name, String value, String code) throws Exception {
        String[] head = Arrays.copyOf(GET, GET.length + 2);
        head[GET.length] = name;
        head[GET.length + 1] = value;
        try (TestEdge edge = edge("fail_mode", "open")) {
            ProcessorClient client = speaking(edge, NONE).requestHeaders(true, head);

            ProcessingResponse answer = client.next();
            assertThat(answer.getImmediateResponse().getBody().toStringUtf8()).contains('"' + code + '"');
            assertThat(scanApi.calls()).isEmpty();
        }
    }

    @Test
    void withoutAScanApiNothingPasses() throws Exception {
        scanApi.kill();
        try (TestEdge edge = edge()) {
            assertStopped(
                    speaking(edge, FULL_DUPLEX_STREAMED)
                            .requestHeaders(false, POST)
                            .requestBody("{}", true),
                    503,
                    "SCAN_UNAVAILABLE");
        }
    }

    @Test
    void aScanApiThatDiesInTheMiddleOfAScanLetsNothingPass() throws Exception {
        scanApi.dying();
        try (TestEdge edge = edge()) {
            assertStopped(speaking(edge, NONE).requestHeaders(true, GET), 503, "SCAN_UNAVAILABLE");
        }
    }

    @Test
    void observabilityIsRefusedBecauseNobodyWaitsForTheDecision() throws Exception {
        try (TestEdge edge = edge()) {
            ProcessorClient client = edge.processor();
            client.say(ProcessingRequest.newBuilder()
                    .setObservabilityMode(true)
                    .setRequestHeaders(HttpHeaders.getDefaultInstance()));

            assertThat(client.end().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        }
    }

    @Test
    void aMessageThatHoldsNoPartEndsTheStream() throws Exception {
        try (TestEdge edge = edge()) {
            ProcessorClient client = edge.processor().say(ProcessingRequest.newBuilder());

            assertThat(client.end().isOk()).isFalse();
            assertThat(client.isSilent()).isTrue();
        }
    }

    @Test
    void anExchangeThatIsCancelledGivesItsPlaceBack() throws Exception {
        try (TestEdge edge = edge("calls_max", "1")) {
            // Given
            ProcessorClient first = speaking(edge, BUFFERED).requestHeaders(false, POST);
            first.next();
            assertStopped(speaking(edge, NONE).requestHeaders(true, GET), 503, "OVERLOADED");

            // When
            first.cancel();

            // Then
            Awaitility.await()
                    .untilAsserted(() -> assertThat(speaking(edge, NONE)
                                    .requestHeaders(true, GET)
                                    .next()
                                    .hasRequestHeaders())
                            .isTrue());
        }
    }

    @Test
    void bodyModesHaveTheNumbersOfTheProtocol() {
        for (BodyMode mode : BodyMode.values()) {
            if (mode != BodyMode.GRPC) {
                assertThat(mode.ordinal())
                        .isEqualTo(BodySendMode.valueOf(mode.name()).getNumber());
            }
        }
    }
}
