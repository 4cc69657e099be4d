package io.weir.edge.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.envoyproxy.envoy.config.core.v3.HeaderMap;
import io.envoyproxy.envoy.config.core.v3.HeaderValue;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption.HeaderAppendAction;
import io.envoyproxy.envoy.service.auth.v3.AuthorizationGrpc.AuthorizationBlockingStub;
import io.envoyproxy.envoy.service.auth.v3.CheckRequest;
import io.envoyproxy.envoy.service.auth.v3.CheckResponse;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.weir.edge.gateway.FakeScanApi;
import io.weir.platform.json.Json;
import io.weir.schemas.api.ScanRequest;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.Decision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuthorizationTest {

    private static final String JSON = "application/json";

    private FakeScanApi scanApi;

    @BeforeEach
    void start() throws Exception {
        scanApi = FakeScanApi.start();
    }

    @AfterEach
    void stop() {
        scanApi.close();
    }

    private CheckResponse check(Map<String, String> settings, Checks question) throws IOException {
        try (TestEdge edge = TestEdge.start(scanApi.url(), settings)) {
            return edge.authorization().check(question.build());
        }
    }

    private CheckResponse check(Checks question) throws IOException {
        return check(Map.of(), question);
    }

    private static boolean passes(CheckResponse answer) {
        return answer.getStatus().getCode() == 0 && answer.hasOkResponse() && !answer.hasDeniedResponse();
    }

    private static JsonNode problem(CheckResponse answer) throws IOException {
        return Json.mapper().readTree(answer.getDeniedResponse().getBody());
    }

    private static Map<String, String> told(List<HeaderValueOption> options) {
        return options.stream()
                .collect(Collectors.toMap(
                        option -> option.getHeader().getKey(),
                        option -> option.getHeader().getValue()));
    }

    @Test
    void asksForADecisionWithAllThatTheAgentSaid() throws Exception {
        // When
        CheckResponse answer = check(Checks.post(JSON, "{\"text\":\"hi\"}")
                .with("x-weir-agent", "agent-7")
                .with("x-weir-session", "run-1")
                .with("x-weir-task", "task-2")
                .with("x-weir-context", "Summarise%20it")
                .with("x-note", "kept")
                .with("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .with("baggage", "gen_ai.conversation.id=c-9")
                .with("mcp-session-id", "m-4"));

        // Then
        assertThat(passes(answer)).isTrue();
        ScanRequest call = scanApi.onlyCall();
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.url()).isEqualTo("https://api.example.com/v1/notes?to=a");
        assertThat(call.body()).isEqualTo(Map.of("text", "hi"));
        assertThat(call.agentId()).isEqualTo("agent-7");
        assertThat(call.sessionId()).isEqualTo("run-1");
        assertThat(call.taskId()).isEqualTo("task-2");
        assertThat(call.context()).isEqualTo("Summarise it");
        assertThat(call.headers()).containsEntry("x-note", "kept").doesNotContainKeys("x-weir-agent", "baggage");
        assertThat(scanApi.onlyCallHeaders())
                .containsEntry("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .containsEntry("baggage", "gen_ai.conversation.id=c-9")
                .containsEntry("Mcp-Session-Id", "m-4");
    }

    @Test
    void allowedCallPassesAndTheAgentIsTold() throws Exception {
        CheckResponse answer = check(Checks.post(JSON, "{}"));

        assertThat(passes(answer)).isTrue();
        assertThat(told(answer.getOkResponse().getResponseHeadersToAddList()))
                .containsEntry("X-Weir-Decision", "ALLOW")
                .containsEntry("X-Weir-Trace-Id", FakeScanApi.TRACE_ID)
                .containsEntry("X-Weir-Mode", "enforce")
                .containsEntry("X-Weir-Fail-Mode", "closed")
                .containsEntry("X-Interven-Decision", "ALLOW");
        assertThat(answer.getOkResponse().getResponseHeadersToAddList())
                .extracting(HeaderValueOption::getAppendAction)
                .containsOnly(HeaderAppendAction.OVERWRITE_IF_EXISTS_OR_ADD);
    }

    @Test
    void whatIsNotScannedGoesNoFurther() throws Exception {
        // When
        CheckResponse answer = check(Checks.get("/")
                .with("x-weir-session", "s")
                .with("X-Interven-Note", "secret")
                .with("baggage", "a=b")
                .with("proxy-authorization", "Basic eDp5")
                .with("x-copy", "Bearer " + TestEdge.KEY)
                .with("accept-encoding", "br, gzip, secret")
                .with("accept", "text/plain"));

        // Then
        assertThat(answer.getOkResponse().getHeadersToRemoveList())
                .containsExactlyInAnyOrder(
                        "x-weir-session", "x-interven-note", "baggage", "proxy-authorization", "x-copy");
        assertThat(told(answer.getOkResponse().getHeadersList())).isEqualTo(Map.of("accept-encoding", "gzip"));
        assertThat(scanApi.onlyCall().headers())
                .containsEntry("accept", "text/plain")
                .containsEntry("accept-encoding", "gzip")
                .doesNotContainValue("secret");
    }

    @Test
    void aTwinOfAHeaderIsScannedWithIt() throws Exception {
        // Given: the form that Envoy uses with encode_raw_headers
        CheckRequest question = Checks.get("/").build();
        var http = question.getAttributes().getRequest().getHttp().toBuilder();
        HeaderMap.Builder map = HeaderMap.newBuilder();
        http.getHeadersMap().forEach((name, value) -> map.addHeaders(header(name, value)));
        map.addHeaders(header("x-note", "first")).addHeaders(header("x-note", "second"));
        var attributes = question.getAttributes().toBuilder();
        attributes.getRequestBuilder().setHttp(http.clearHeaders().setHeaderMap(map));

        // When
        try (TestEdge edge = TestEdge.start(scanApi.url(), Map.of())) {
            edge.authorization()
                    .check(CheckRequest.newBuilder().setAttributes(attributes).build());
        }

        // Then
        assertThat(scanApi.onlyCall().headers()).containsEntry("x-note", "first, second");
    }

    private static HeaderValue header(String name, String value) {
        return HeaderValue.newBuilder()
                .setKey(name)
                .setRawValue(ByteString.copyFromUtf8(value))
                .build();
    }

    @Test
    void deniedCallIsAnsweredWithTheDecision() throws Exception {
        scanApi.deciding(Decision.DENY);

        CheckResponse answer = check(Checks.post(JSON, "{}"));

        assertThat(passes(answer)).isFalse();
        assertThat(answer.getDeniedResponse().getStatus().getCodeValue()).isEqualTo(403);
        assertThat(problem(answer).get("code").asText()).isEqualTo("CALL_DENIED");
        assertThat(problem(answer).get("reason_codes").get(0).asText()).isEqualTo("PII_EGRESS");
        assertThat(told(answer.getDeniedResponse().getHeadersList()))
                .containsEntry("X-Weir-Decision", "DENY")
                .containsEntry("Content-Type", "application/problem+json");
    }

    @Test
    void heldCallNamesItsApproval() throws Exception {
        scanApi.deciding(Decision.REQUIRE_APPROVAL);

        CheckResponse answer = check(Checks.post(JSON, "{}"));

        assertThat(passes(answer)).isFalse();
        assertThat(answer.getDeniedResponse().getStatus().getCodeValue()).isEqualTo(202);
        assertThat(problem(answer).get("approval_id").asText()).isEqualTo(FakeScanApi.APPROVAL_ID);
    }

    @Test
    void aCallThatMayOnlyGoOutRedactedDoesNotGoOut() throws Exception {
        scanApi.sanitizing(body -> Map.of("text", "[CARD]"));

        CheckResponse answer = check(Checks.post(JSON, "{\"text\":\"4111 1111 1111 1111\"}"));

        assertThat(passes(answer)).isFalse();
        assertThat(problem(answer).get("code").asText()).isEqualTo("CALL_DENIED");
        assertThat(problem(answer).get("detail").asText()).contains("external processing");
    }

    @Test
    void withoutAScanApiNothingPassesUnlessTheOperatorSaysSo() throws Exception {
        scanApi.kill();

        CheckResponse closed = check(Checks.post(JSON, "{}"));
        CheckResponse open = check(Map.of("fail_mode", "open"), Checks.post(JSON, "{}"));

        assertThat(passes(closed)).isFalse();
        assertThat(closed.getDeniedResponse().getStatus().getCodeValue()).isEqualTo(503);
        assertThat(problem(closed).get("code").asText()).isEqualTo("SCAN_UNAVAILABLE");
        assertThat(passes(open)).isTrue();
        assertThat(told(open.getOkResponse().getResponseHeadersToAddList()))
                .containsEntry("X-Weir-Decision", "UNSCANNED")
                .containsEntry("X-Weir-Fail-Mode", "open");
    }

    @Test
    void monitorModePassesWhatWasDenied() throws Exception {
        scanApi.deciding(Decision.DENY);

        CheckResponse answer = check(Map.of("mode", "monitor"), Checks.post(JSON, "{}"));

        assertThat(passes(answer)).isTrue();
        assertThat(told(answer.getOkResponse().getResponseHeadersToAddList())).containsEntry("X-Weir-Decision", "DENY");
    }

    static Stream<Arguments> callsThatAreNotShownWhole() throws IOException {
        byte[] two = gzip("one").toByteArray();
        return Stream.of(
                call(
                        "the beginning of a long body",
                        "BODY_NOT_SHOWN",
                        Checks.post(JSON, "{}").with("x-envoy-auth-partial-body", "true")),
                call(
                        "a body as a text",
                        "BODY_NOT_SHOWN",
                        Checks.post(JSON, "{}").bodyAsText("{}")),
                call(
                        "no body although its length is told",
                        "BODY_NOT_SHOWN",
                        Checks.get("/").with("content-length", "5")),
                call(
                        "no body, and the agent says that it is all there",
                        "BODY_NOT_SHOWN",
                        Checks.get("/")
                                .with("transfer-encoding", "chunked")
                                .with("x-envoy-auth-partial-body", "false")),
                call(
                        "a POST that says nothing of its body",
                        "BODY_NOT_SHOWN",
                        Checks.post(JSON, "").without("content-length")),
                call(
                        "fewer bytes than are told",
                        "BODY_NOT_SHOWN",
                        Checks.post(JSON, "{}").with("content-length", "3")),
                call("more bytes than can be scanned", "PAYLOAD_TOO_LARGE", Checks.post(JSON, "x".repeat(1_001))),
                call(
                        "a coding that cannot be undone",
                        "MEDIA_TYPE_UNSUPPORTED",
                        Checks.post(JSON, "{}").with("content-encoding", "br")),
                call(
                        "gzip with something behind it",
                        "REQUEST_INVALID",
                        Checks.post(JSON, "").body(concat(two, two)).with("content-encoding", "gzip")),
                call(
                        "another authority than the proxy names",
                        "REQUEST_INVALID",
                        Checks.get("/").with(":authority", "other.example.com")),
                call(
                        "a change of protocol",
                        "UPSTREAM_FORBIDDEN",
                        Checks.get("/").with("upgrade", "websocket")),
                call("a path with a space", "UPSTREAM_INVALID", Checks.get("/a b")),
                call("a path in absolute form", "UPSTREAM_INVALID", Checks.get("http://other.example.com/")));
    }

    private static Arguments call(String name, String code, Checks question) {
        return Arguments.of(Named.of(name, question), code);
    }

    private static ByteArrayOutputStream gzip(String text) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(coded)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return coded;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        all.writeBytes(second);
        return all.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("callsThatAreNotShownWhole")
    void aCallThatCannotBeScannedWholeDoesNotPassEvenWhereTheEdgeFailsOpen(Checks question, String code)
            throws Exception {
        CheckResponse answer = check(Map.of("fail_mode", "open", "call_bytes_max", "1000"), question);

        assertThat(passes(answer)).isFalse();
        assertThat(problem(answer).get("code").asText()).isEqualTo(code);
        assertThat(answer.getDeniedResponse().getStatus().getCodeValue())
                .isEqualTo(ErrorCode.valueOf(code).status());
        assertThat(scanApi.calls()).isEmpty();
    }

    @Test
    void theBeginningOfABodyPassesWhereTheOperatorPermitsIt() throws Exception {
        CheckResponse answer = check(
                Map.of("partial_bodies_permitted", "true"),
                Checks.post("text/plain", "beginning").with("x-envoy-auth-partial-body", "true"));

        assertThat(passes(answer)).isTrue();
        assertThat(scanApi.onlyCall().body()).isEqualTo("beginning");
    }

    @Test
    void aRequestWithoutHttpIsRefused() throws Exception {
        try (TestEdge edge = TestEdge.start(scanApi.url(), Map.of())) {
            assertThat(passes(edge.authorization().check(CheckRequest.getDefaultInstance())))
                    .isFalse();
        }
    }

    @Test
    void onlyWhoShowsATokenIsAnswered() throws Exception {
        try (TestEdge edge = TestEdge.start(scanApi.url(), Map.of("tokens", "sesame-of-the-tests"))) {
            Metadata metadata = new Metadata();
            metadata.put(
                    Metadata.Key.of("x-weir-gateway-token", Metadata.ASCII_STRING_MARSHALLER), "sesame-of-the-tests");
            AuthorizationBlockingStub known =
                    edge.authorization().withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata));

            assertThat(passes(known.check(Checks.get("/").build()))).isTrue();
            assertThatThrownBy(() -> edge.authorization().check(Checks.get("/").build()))
                    .isInstanceOf(StatusRuntimeException.class)
                    .hasMessageContaining("UNAUTHENTICATED");
        }
    }

    @Test
    void decisionsAndRefusalsAreCounted() throws Exception {
        scanApi.deciding(Decision.DENY);
        try (TestEdge edge = TestEdge.start(scanApi.url(), Map.of())) {
            edge.authorization().check(Checks.get("/").build());

            assertThat(edge.metrics()
                            .registry()
                            .get("weir.envoy.requests")
                            .tag("decision", "DENY")
                            .counter()
                            .count())
                    .isEqualTo(1);
            assertThat(edge.metrics()
                            .registry()
                            .get("weir.envoy.refused")
                            .tag("code", "CALL_DENIED")
                            .counter()
                            .count())
                    .isEqualTo(1);
        }
    }
}
