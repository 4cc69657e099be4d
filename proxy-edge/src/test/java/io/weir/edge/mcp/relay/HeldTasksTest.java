package io.weir.edge.mcp.relay;

import static io.weir.edge.mcp.relay.TestRelay.forwarded;
import static io.weir.edge.mcp.relay.TestRelay.message;
import static io.weir.edge.mcp.relay.TestRelay.reply;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.edge.mcp.FakeScan;
import io.weir.edge.mcp.message.Message;
import io.weir.platform.json.Json;
import io.weir.schemas.word.ApprovalState;
import io.weir.schemas.word.Decision;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Held calls of clients that take tasks (extension of revision 2026-07-28), from the client's side. */
@Timeout(30)
class HeldTasksTest {

    private static final String TASKS = "{\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}}";
    private static final String TASKS_AND_LINKS =
            "{\"elicitation\":{\"url\":{}},\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}}";
    private static final String RESULT =
            "{\"resultType\":\"complete\",\"content\":[{\"type\":\"text\",\"text\":\"paid 1.50\"}]}";

    @TempDir
    private Path folder;

    private final FakeScan scan = new FakeScan().deciding(Decision.REQUIRE_APPROVAL);
    private final List<String> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private ApprovalPage page = ApprovalPage.NONE;
    private HoldMeans means;

    @BeforeEach
    void start() {
        means = means();
    }

    private HoldMeans means() {
        return new HoldMeans(new Confirmations(false), page, new HeldTasks(() -> now));
    }

    @Test
    void aHeldCallIsAnsweredWithATaskAtOnce() throws Exception {
        JsonNode result = result(held(relay("agent"), pay(TASKS)));

        assertThat(result.path("resultType").asText()).isEqualTo("task");
        assertThat(result.path("status").asText()).isEqualTo("working");
        assertThat(result.path("taskId").asText()).matches("weir-task-[0-9a-f]{32}");
        assertThat(result.path("createdAt").asText()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(result.path("ttlMs").isNumber()).isTrue();
        assertThat(result.path("statusMessage").asText()).contains(FakeScan.APPROVAL_ID);
        assertThat(told).isEmpty();
    }

    @Test
    void pollsAreAnsweredHereWhileNobodyHasDecided() throws Exception {
        Relay relay = relay("agent");
        String task = taskOf(relay);

        assertThat(poll(relay, task).path("status").asText()).isEqualTo("working");
        assertThat(poll(relay, task).path("resultType").asText()).isEqualTo("complete");
        assertThat(scan.calls()).hasSize(1);
    }

    @Test
    void thePollThatFindsItApprovedSendsTheCallAsItStoodAndBringsItsResult() throws Exception {
        // Given
        Relay relay = relay("agent");
        String task = taskOf(relay);
        approve();

        // When
        Step.Forward sent = (Step.Forward) relay.fromClient(message(get(7, task)));
        JsonNode call = Json.mapper().readTree(sent.text());
        JsonNode answer = forwarded(relay.fromServer(message(response(7))));

        // Then
        assertThat(call.path("method").asText()).isEqualTo("tools/call");
        assertThat(call.path("id").asInt()).isEqualTo(7);
        assertThat(call.at("/params/arguments").toString()).isEqualTo("{\"amount\":5.0}");
        assertThat(call.toString()).doesNotContain("io.modelcontextprotocol/tasks");
        assertThat(answer.path("id").asInt()).isEqualTo(7);
        assertThat(answer.at("/result/status").asText()).isEqualTo("completed");
        assertThat(answer.at("/result/result/content/0/text").asText()).isEqualTo("paid 1.50");
        assertThat(scan.reads()).hasSize(1);
    }

    @Test
    void theCallIsSentOnceHoweverOftenItIsPolled() throws Exception {
        Relay relay = relay("agent");
        String task = taskOf(relay);
        approve();
        assertThat(relay.fromClient(message(get(7, task)))).isInstanceOf(Step.Forward.class);

        assertThat(poll(relay, task).path("status").asText()).isEqualTo("working");
        relay.fromServer(message(response(7)));
        assertThat(poll(relay, task).path("status").asText()).isEqualTo("completed");
        assertThat(poll(relay("agent"), task).at("/result/content/0/text").asText())
                .as("over another connection")
                .isEqualTo("paid 1.50");
        assertThat(scan.calls()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"DENIED, CALL_DENIED", "EXPIRED, APPROVAL_REQUIRED"})
    void whatIsNotApprovedEndsAsAFailureOfTheTool(ApprovalState state, String code) throws Exception {
        Relay relay = relay("agent");
        String task = taskOf(relay);
        scan.approval(state);

        JsonNode result = poll(relay, task);

        assertThat(result.path("status").asText()).isEqualTo("completed");
        assertThat(result.at("/result/isError").asBoolean()).isTrue();
        assertThat(result.toString()).contains(code);
        assertThat(scan.calls()).hasSize(1);
    }

    @Test
    void anApprovedCallIsStillDecidedOnWhenItIsSent() throws Exception {
        Relay relay = relay("agent");
        String task = taskOf(relay);
        scan.deciding(Decision.DENY).approval(ApprovalState.APPROVED);

        JsonNode result = poll(relay, task);

        assertThat(result.path("status").asText()).isEqualTo("completed");
        assertThat(result.toString()).contains("CALL_DENIED");
    }

    @Test
    void aCancelledTaskIsNeverSent() throws Exception {
        Relay relay = relay("agent");
        String task = taskOf(relay);
        assertThat(result(relay.fromClient(message(about("tasks/cancel", task, ""))))
                        .path("resultType")
                        .asText())
                .isEqualTo("complete");
        approve();

        assertThat(poll(relay, task).path("status").asText()).isEqualTo("cancelled");
        assertThat(scan.calls()).hasSize(1);
    }

    @Test
    void theClientsAnswerOnlyEndsTheShowingOfThePage() throws Exception {
        // Given
        page = new ApprovalPage("https://desk.example/{approval_id}");
        means = means();
        Relay relay = relay("agent");
        String task = result(held(relay, pay(TASKS_AND_LINKS))).path("taskId").asText();
        JsonNode asked = poll(relay, task);

        // When
        relay.fromClient(message(
                about("tasks/update", task, ",\"inputResponses\":{\"weir_approval\":{\"action\":\"accept\"}}")));

        // Then
        assertThat(asked.path("status").asText()).isEqualTo("input_required");
        assertThat(asked.at("/inputRequests/weir_approval/params/url").asText())
                .isEqualTo("https://desk.example/" + FakeScan.APPROVAL_ID);
        assertThat(poll(relay, task).path("status").asText()).isEqualTo("working");
        assertThat(scan.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasks/get", "tasks/update", "tasks/cancel"})
    void aTaskOfAnotherAgentOrOfNobodyIsNotThereAndNeverReachesTheServer(String method) throws Exception {
        String task = taskOf(relay("agent"));
        approve();

        assertThat(reply(relay("another").fromClient(message(about(method, task, ""))))
                        .at("/error/code")
                        .asInt())
                .isEqualTo(-32602);
        assertThat(reply(relay("agent").fromClient(message(about(method, "weir-task-0", ""))))
                        .at("/error/code")
                        .asInt())
                .isEqualTo(-32602);
    }

    @Test
    void theServersOwnTasksPass() throws Exception {
        assertThat(relay("agent").fromClient(message(get(3, "server-task")))).isInstanceOf(Step.Forward.class);
    }

    @Test
    void whatNobodyPolledForInTimeIsGone() throws Exception {
        Relay relay = relay("agent");
        String task = taskOf(relay);
        approve();
        now = now.plus(Duration.ofHours(5));

        assertThat(reply(relay.fromClient(message(get(2, task))))
                        .at("/error/code")
                        .asInt())
                .isEqualTo(-32602);
    }

    @Test
    void anErrorOfTheServersAndALostAnswerAreFailures() throws Exception {
        Relay relay = relay("agent");
        String first = taskOf(relay);
        String second = taskOf(relay);
        approve();
        relay.fromClient(message(get(7, first)));
        relay.fromServer(message("{\"jsonrpc\":\"2.0\",\"id\":7,\"error\":{\"code\":-32603,\"message\":\"no\"}}"));
        Message poll = message(get(8, second));
        relay.fromClient(poll);
        relay.ended(poll);

        assertThat(poll(relay, first).path("status").asText()).isEqualTo("failed");
        assertThat(poll(relay, first).at("/error/message").asText()).isEqualTo("no");
        assertThat(poll(relay, second).path("status").asText()).isEqualTo("failed");
        assertThat(poll(relay, second).toString()).contains("its answer was lost");
    }

    @Test
    void aServerThatWantsInputEndsTheTaskClearly() throws Exception {
        Relay relay = relay("agent");
        String task = taskOf(relay);
        approve();
        relay.fromClient(message(get(7, task)));

        JsonNode answer = forwarded(
                relay.fromServer(
                        message(
                                "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{\"resultType\":\"input_required\",\"requestState\":\"s\"}}")));

        assertThat(answer.at("/result/status").asText()).isEqualTo("failed");
        assertThat(answer.at("/result/error/message").asText()).contains("wants input");
    }

    @Test
    void clientsThatTakeNoTasksWaitAsBefore() throws Exception {
        assertThat(result(held(relay("agent"), pay("{}"))).toString()).contains("APPROVAL_REQUIRED");
    }

    private void approve() {
        scan.deciding(Decision.ALLOW).approval(ApprovalState.APPROVED);
    }

    private String taskOf(Relay relay) throws Exception {
        return result(held(relay, pay(TASKS))).path("taskId").asText();
    }

    private JsonNode poll(Relay relay, String task) throws Exception {
        return result(relay.fromClient(message(get(99, task))));
    }

    private static String pay(String capabilities) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"pay\","
                + "\"arguments\":{\"amount\":5.0},\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":" + capabilities + "}}}";
    }

    private static String get(int id, String task) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tasks/get\",\"params\":{\"taskId\":\"" + task
                + "\"}}";
    }

    private static String about(String method, String task, String more) {
        return "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"" + method + "\",\"params\":{\"taskId\":\"" + task + "\""
                + more + "}}";
    }

    private static String response(int id) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":" + RESULT + "}";
    }

    private Relay relay(String agentId) {
        return TestRelay.relay(TestRelay.parts(scan, folder, means), agentId, "session-1");
    }

    private Step held(Relay relay, String call) throws Exception {
        return TestRelay.held(relay, call, told::add);
    }

    private static JsonNode result(Step step) throws Exception {
        return reply(step).path("result");
    }
}
