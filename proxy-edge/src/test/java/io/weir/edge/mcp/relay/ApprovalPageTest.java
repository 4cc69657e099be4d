package io.weir.edge.mcp.relay;

import static io.weir.edge.mcp.relay.TestRelay.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.edge.mcp.FakeScan;
import io.weir.platform.json.Json;
import io.weir.schemas.word.ApprovalState;
import io.weir.schemas.word.Decision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held calls of clients that can show links (revision 2026-07-28), from the client's side. */
@Timeout(30)
class ApprovalPageTest {

    private static final String SHOWS_LINKS = "{\"elicitation\":{\"url\":{}}}";
    private static final String SHOWS_FORMS = "{\"elicitation\":{\"form\":{}}}";

    @TempDir
    private Path folder;

    private final FakeScan scan = new FakeScan().deciding(Decision.REQUIRE_APPROVAL);
    private final List<String> told = new ArrayList<>();

    @Test
    void theClientIsAskedToShowWherePeopleDecide() throws Exception {
        JsonNode result = result(held(relay(), pay(SHOWS_LINKS, "")));

        assertThat(result.path("resultType").asText()).isEqualTo("input_required");
        JsonNode request = result.at("/inputRequests/weir_approval");
        assertThat(request.path("method").asText()).isEqualTo("elicitation/create");
        assertThat(request.at("/params/mode").asText()).isEqualTo("url");
        assertThat(request.at("/params/url").asText()).isEqualTo("https://desk.example/?id=" + FakeScan.APPROVAL_ID);
        assertThat(request.at("/params/message").asText()).contains("pay").doesNotContain("5.0");
        assertThat(told).isEmpty();
    }

    @Test
    void theClientsYesIsNotAPersonsYes() throws Exception {
        Relay relay = relay();
        JsonNode asked = result(held(relay, pay(SHOWS_LINKS, "")));

        JsonNode again = result(held(relay, pay(SHOWS_LINKS, answer(asked, "accept"))));

        assertThat(again.path("resultType").asText()).isEqualTo("input_required");
        assertThat(scan.calls()).hasSize(2);
    }

    @Test
    void whenAPersonHasAgreedTheCallGoesOutAsItStoodAndNothingThatIsMeantForUs() throws Exception {
        // Given
        Relay relay = relay();
        JsonNode asked = result(held(relay, pay(SHOWS_LINKS, "")));

        // When
        scan.deciding(Decision.ALLOW).approval(ApprovalState.APPROVED);
        Step step = relay.fromClient(message(pay(SHOWS_LINKS, answer(asked, "accept"))));

        // Then
        JsonNode sent = Json.mapper().readTree(((Step.Forward) step).text());
        assertThat(sent).isEqualTo(Json.mapper().readTree(pay(SHOWS_LINKS, "")));
        assertThat(scan.calls().get(1).body()).isEqualTo(scan.calls().get(0).body());
    }

    @Test
    void aCallThatIsMadeAgainWithOtherArgumentsIsDecidedOnAnew() throws Exception {
        Relay relay = relay();
        JsonNode asked = result(held(relay, pay(SHOWS_LINKS, "")));
        scan.deciding(call ->
                FakeScan.answer(String.valueOf(call.body()).contains("5.0") ? Decision.ALLOW : Decision.DENY, null));

        Step step = relay.fromClient(
                message(pay(SHOWS_LINKS, answer(asked, "accept")).replace("5.0", "5000.0")));

        assertThat(result(step).path("isError").asBoolean()).isTrue();
    }

    @Test
    void aStateThatTheClientHasMadeUpOpensNothing() throws Exception {
        String madeUp = ",\"requestState\":\"weir_approval:anything\",\"inputResponses\":{\"weir_approval\":"
                + "{\"action\":\"accept\"},\"other\":{\"content\":{\"note\":\"hidden\"}}}";

        Relay relay = relay();
        assertThat(relay.fromClient(message(pay(SHOWS_LINKS, madeUp)))).isInstanceOf(Step.Hold.class);
        scan.deciding(Decision.ALLOW);
        Step.Forward sent = (Step.Forward) relay.fromClient(message(pay(SHOWS_LINKS, madeUp)));
        assertThat(sent.text()).doesNotContain("hidden", "weir_approval", "anything");
    }

    @ParameterizedTest
    @ValueSource(strings = {"decline", "cancel"})
    void whoWouldNotHaveItShownIsAnsweredAtOnce(String action) throws Exception {
        Relay relay = relay();
        JsonNode asked = result(held(relay, pay(SHOWS_LINKS, "")));

        Step step = relay.fromClient(message(pay(SHOWS_LINKS, answer(asked, action))));

        assertThat(result(step).toString()).contains("APPROVAL_REQUIRED");
    }

    @Test
    void whatAPersonRefusesIsRefused() throws Exception {
        Relay relay = relay();
        JsonNode asked = result(held(relay, pay(SHOWS_LINKS, "")));
        scan.approval(ApprovalState.DENIED);

        assertThat(result(held(relay, pay(SHOWS_LINKS, answer(asked, "accept"))))
                        .toString())
                .contains("CALL_DENIED");
    }

    @Test
    void aClientThatShowsNoLinksIsAnsweredAsBefore() throws Exception {
        assertThat(result(held(relay(), pay(SHOWS_FORMS, ""))).toString()).contains("APPROVAL_REQUIRED");
        assertThat(result(held(relay(), pay("{}", ""))).toString()).contains("APPROVAL_REQUIRED");
    }

    @Test
    void theServersOwnStateIsNotReplaced() throws Exception {
        JsonNode result = result(held(relay(), pay(SHOWS_LINKS, ",\"requestState\":\"the server's\"")));

        assertThat(result.toString()).contains("APPROVAL_REQUIRED");
    }

    @Test
    void withoutAPageNobodyIsAsked() throws Exception {
        assertThat(result(held(relay(ApprovalPage.NONE), pay(SHOWS_LINKS, ""))).toString())
                .contains("APPROVAL_REQUIRED");
    }

    private static String pay(String capabilities, String more) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"pay\","
                + "\"arguments\":{\"amount\":5.0},\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":" + capabilities + "}" + more + "}}";
    }

    private static String answer(JsonNode asked, String action) {
        return ",\"requestState\":" + asked.path("requestState")
                + ",\"inputResponses\":{\"weir_approval\":{\"action\":\"" + action + "\"}}";
    }

    private Relay relay() {
        return relay(new ApprovalPage("https://desk.example/?id={approval_id}"));
    }

    private Relay relay(ApprovalPage page) {
        return TestRelay.relay(TestRelay.parts(scan, folder, TestRelay.waiting(page)), "agent", "session-1");
    }

    private Step held(Relay relay, String call) throws Exception {
        return TestRelay.held(relay, call, told::add);
    }

    private static JsonNode result(Step step) throws Exception {
        return TestRelay.reply(step).path("result");
    }
}
