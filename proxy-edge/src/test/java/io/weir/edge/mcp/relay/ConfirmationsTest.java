package io.weir.edge.mcp.relay;

import static io.weir.edge.mcp.relay.TestRelay.forwarded;
import static io.weir.edge.mcp.relay.TestRelay.message;
import static io.weir.edge.mcp.relay.TestRelay.reply;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.edge.mcp.FakeScan;
import io.weir.platform.json.Json;
import io.weir.schemas.word.Decision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held calls for which people have got a one-time code, from the client's side. */
@Timeout(30)
class ConfirmationsTest {

    private static final String CODE = "493027";
    private static final String PAY =
            "{\"name\":\"pay\",\"arguments\":{\"amount\":5.0},\"_meta\":{\"progressToken\":\"first\"}}";

    @TempDir
    private Path folder;

    private final FakeScan scan =
            new FakeScan().deciding(Decision.REQUIRE_APPROVAL).code(CODE);

    @Test
    void aHeldCallIsAnsweredWithoutTheCodeAndAsNoError() throws Exception {
        JsonNode result = reply(held(relay(true), 1, PAY)).path("result");

        assertThat(result.has("isError")).isFalse();
        assertThat(result.toString()).doesNotContain(CODE);
        JsonNode told = Json.mapper().readTree(result.at("/content/0/text").asText());
        assertThat(told.path("status").asText()).isEqualTo("PAUSED_FOR_APPROVAL");
        assertThat(told.path("message").asText()).isNotEmpty();
        assertThat(told.path("action").toString()).isEqualTo("{\"tool\":\"pay\",\"arguments\":{\"amount\":5.0}}");
        assertThat(told.path("instruction").asText()).contains("1. ", "5. ", "firewall_confirm");
        assertThat(told.path("approval_id").asText()).isEqualTo(FakeScan.APPROVAL_ID);
    }

    @Test
    void theRightCodeSendsTheCallAsItStoodUnderTheIdOfTheConfirmingOne() throws Exception {
        Relay relay = relay(true);
        held(relay, 1, PAY);

        Step step = call(
                relay,
                2,
                "{\"name\":\"firewall_confirm\",\"arguments\":{\"otp\":\"" + CODE
                        + "\",\"amount\":5000000},\"_meta\":{\"progressToken\":\"second\"}}");

        JsonNode sent = Json.mapper().readTree(((Step.Forward) step).text());
        assertThat(sent.path("id").asInt()).isEqualTo(2);
        assertThat(sent.path("params").toString()).isEqualTo(PAY.replace("first", "second"));
        assertThat(scan.confirmations()).singleElement().satisfies(request -> {
            assertThat(request.code()).isEqualTo(CODE);
            assertThat(request.approvalIds()).containsExactly(FakeScan.APPROVAL_ID);
        });
        assertThat(scan.calls()).extracting(request -> request.url()).containsExactly("mcp://pay", "mcp://pay");
        assertThat(Json.text(scan.calls())).doesNotContain(CODE);
    }

    @Test
    void theResultOfTheCallIsReportedUnderItsDecision() throws Exception {
        Relay relay = relay(true);
        held(relay, 1, PAY);
        call(relay, 2, confirming(CODE));

        Step step = relay.fromServer(message("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{\"content\":"
                + "[{\"type\":\"text\",\"text\":\"paid\"}]}}"));

        assertThat(step).isInstanceOf(Step.Forward.class);
        assertThat(scan.reads())
                .singleElement()
                .satisfies(read -> assertThat(read.traceId()).isEqualTo("trace-of-the-fake"));
    }

    @Test
    void aCodeIsTakenOnce() throws Exception {
        Relay relay = relay(true);
        held(relay, 1, PAY);
        call(relay, 2, confirming(CODE));

        assertThat(error(call(relay, 3, confirming(CODE)))).contains("No call waits");
        assertThat(scan.confirmations()).hasSize(1);
    }

    @Test
    void aWrongCodeSendsNothing() throws Exception {
        Relay relay = relay(true);
        held(relay, 1, PAY);

        assertThat(error(call(relay, 2, confirming("000000")))).contains("do not guess");
        assertThat(call(relay, 3, confirming(CODE))).isInstanceOf(Step.Forward.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"otp\":\"\"}", "{\"otp\":\"  \"}", "{\"otp\":493027}", "{\"otp\":[\"493027\"]}"})
    void whatIsNoCodeIsNoTry(String arguments) throws Exception {
        Relay relay = relay(true);
        held(relay, 1, PAY);

        assertThat(error(call(relay, 2, "{\"name\":\"firewall_confirm\",\"arguments\":" + arguments + "}")))
                .contains("names no code");
        assertThat(scan.confirmations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Firewall_Confirm", "firewall_c\\u043enfirm", "firewall_confirm\\u200b"})
    void aToolThatOnlyLooksLikeItGetsNoCode(String name) throws Exception {
        scan.deciding(Decision.ALLOW);
        Relay relay = relay(true);

        Step step = call(relay, 2, "{\"name\":\"" + name + "\",\"arguments\":{\"otp\":\"" + CODE + "\"}}");

        assertThat(step).isInstanceOf(Step.Reply.class);
        assertThat(scan.calls()).isEmpty();
    }

    @Test
    void eachPageOfToolsEndsWithTheToolAndNoServerCanOfferOne() throws Exception {
        Relay relay = relay(true);
        for (String cursor : List.of("{}", "{\"cursor\":\"2\"}")) {
            relay.fromClient(
                    message("{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"tools/list\",\"params\":" + cursor + "}"));
            JsonNode tools = forwarded(relay.fromServer(message(
                            "{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":{\"tools\":[{\"name\":\"firewall_confirm\","
                                    + "\"description\":\"theirs\"},{\"name\":\"pay\"}],\"nextCursor\":\"2\"}}")))
                    .at("/result/tools");

            List<String> names = new ArrayList<>();
            tools.forEach(tool -> names.add(tool.path("name").asText()));
            assertThat(names).containsExactly("pay", "firewall_confirm");
            assertThat(tools.toString()).doesNotContain("theirs");
            assertThat(tools.at("/1/inputSchema/required/0").asText()).isEqualTo("otp");
        }
    }

    @Test
    void anErrorInsteadOfAListStaysAnError() throws Exception {
        Relay relay = relay(true);
        relay.fromClient(message("{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"tools/list\"}"));

        JsonNode answer = forwarded(relay.fromServer(
                message("{\"jsonrpc\":\"2.0\",\"id\":9,\"error\":{\"code\":-32603,\"message\":\"no\"}}")));

        assertThat(answer.has("result")).isFalse();
    }

    @Test
    void anotherSessionCannotPassTheCodeOn() throws Exception {
        Confirmations shared = new Confirmations(true);
        held(relay(shared, "session-1"), 1, PAY);

        assertThat(error(call(relay(shared, "session-2"), 2, confirming(CODE)))).contains("No call waits");
    }

    @Test
    void aCallForWhichNobodyHasACodeWaitsAsOthersDo() throws Exception {
        scan.code(null);

        assertThat(reply(held(relay(true), 1, PAY)).toString()).contains("APPROVAL_REQUIRED");
    }

    @Test
    void withoutTheSettingTheToolIsLikeAnyOther() throws Exception {
        Relay relay = relay(false);

        assertThat(reply(held(relay, 1, PAY)).toString()).contains("APPROVAL_REQUIRED");
        scan.deciding(Decision.ALLOW);
        assertThat(call(relay, 2, confirming(CODE))).isInstanceOf(Step.Forward.class);
        assertThat(scan.confirmations()).isEmpty();
    }

    private static String confirming(String code) {
        return "{\"name\":\"firewall_confirm\",\"arguments\":{\"otp\":\"" + code + "\"}}";
    }

    /** What is done in the end with a call that is held. */
    private static Step held(Relay relay, int id, String params) throws Exception {
        return TestRelay.held(relay, request(id, params), notification -> {});
    }

    private static Step call(Relay relay, int id, String params) throws Exception {
        return relay.fromClient(message(request(id, params)));
    }

    private static String request(int id, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":" + params + "}";
    }

    private static String error(Step step) throws JsonProcessingException {
        JsonNode result = reply(step).path("result");
        assertThat(result.path("isError").asBoolean()).isTrue();
        return result.at("/content/0/text").asText();
    }

    private Relay relay(boolean confirming) {
        return relay(new Confirmations(confirming), "session-1");
    }

    private Relay relay(Confirmations confirmations, String session) {
        HoldMeans means = TestRelay.means(confirmations, ApprovalPage.NONE);
        return TestRelay.relay(TestRelay.parts(scan, folder, means), "agent", session);
    }
}
