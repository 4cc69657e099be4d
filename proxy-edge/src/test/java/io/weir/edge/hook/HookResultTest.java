package io.weir.edge.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.client.ScanClientConfig;
import io.weir.edge.gateway.FakeScanApi;
import io.weir.platform.config.ConfigSource;
import io.weir.platform.config.Secret;
import io.weir.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What hosts are told of outputs on which something was decided, in the forms that hosts write outputs in. */
class HookResultTest {

    private static final String CLAUDE = """
        {"session_id":"s-1","transcript_path":"/t.jsonl","cwd":"/w","permission_mode":"default",
         "hook_event_name":"PostToolUse","tool_name":"T","tool_input":{"a":"b"},"tool_response":%s,
         "tool_use_id":"toolu_1","duration_ms":12}\
        """;
    private static final String CLAUDE_FAILURE = """
        {"session_id":"s-1","transcript_path":"/t.jsonl","cwd":"/w","permission_mode":"default",
         "hook_event_name":"PostToolUseFailure","tool_name":"Bash","tool_input":{"command":"cat f"},
         "tool_use_id":"toolu_1","error":%s,"is_interrupt":false}\
        """;
    private static final String COPILOT = """
        {"sessionId":"s-2","timestamp":1704614700000,"cwd":"/w","toolName":"bash",
         "toolArgs":{"command":"cat f"},"toolResult":{"resultType":"success","textResultForLlm":"%s"}}\
        """;
    private static final String COPILOT_FAILURE = """
        {"sessionId":"s-2","timestamp":1704614700000,"cwd":"/w","toolName":"bash",
         "toolArgs":{"command":"cat f"},"error":"%s"}\
        """;
    private static final String GENERIC = """
        {"event":"after","tool":"read","input":{"p":1},"output":{"rows":["%s"]},"session_id":"s-3"}\
        """;

    @TempDir
    private Path memory;

    private FakeScanApi scanApi;

    @BeforeEach
    void start() throws Exception {
        scanApi = FakeScanApi.start().guarding("s3cret", "order");
    }

    @AfterEach
    void stop() {
        scanApi.close();
    }

    private HookReply run(String host, String input, String guard) throws InterruptedException {
        ConfigSource source = ConfigSource.empty().withOption("hook.guard_results", guard, "test");
        HookConfig config = source.read(List.of(HookConfig.SECTION)).get(HookConfig.SECTION);
        ScanClientConfig scan =
                ScanClientConfig.SECTION.defaults().withUrl(scanApi.url()).withApiKey(Secret.NONE);
        return Hook.of(host, config, scan, memory).run(input.getBytes(StandardCharsets.UTF_8));
    }

    private Map<?, ?> claude(String output, String guard) throws Exception {
        return Json.mapper()
                .readValue(run("claude-code", CLAUDE.formatted(output), guard).out(), Map.class);
    }

    private static @Nullable Object shown(Map<?, ?> answer) {
        return specific(answer, "updatedToolOutput");
    }

    private static @Nullable Object specific(Map<?, ?> answer, String member) {
        return answer.get("hookSpecificOutput") instanceof Map<?, ?> specific ? specific.get(member) : null;
    }

    private static Object tree(String json) throws Exception {
        return Json.mapper().readValue(json, Object.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "replacing", "stopping"})
    void leavesHarmlessOutputsAlone(String guard) throws Exception {
        assertThat(run("claude-code", CLAUDE.formatted("{\"stdout\":\"fine\"}"), guard))
                .isEqualTo(HookReply.SILENT);
        assertThat(run("copilot", COPILOT.formatted("fine"), guard)).isEqualTo(HookReply.SILENT);
        assertThat(run("generic", GENERIC.formatted("fine"), guard).out()).contains("\"run\":true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret", "order"})
    void onlyReportsWhereNothingIsGuarded(String word) throws Exception {
        assertThat(run("claude-code", CLAUDE.formatted("\"" + word + "\""), "off"))
                .isEqualTo(HookReply.SILENT);
        assertThat(scanApi.responses()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"stdout\":\"a s3cret b\",\"stderr\":\"\",\"interrupted\":false,\"isImage\":false}",
                "{\"type\":\"text\",\"file\":{\"filePath\":\"/w/f\",\"content\":\"s3cret\",\"numLines\":1}}",
                "[{\"type\":\"text\",\"text\":\"the s3cret\"}]",
                "\"s3cret\"",
            })
    void redactsInTheShapeOfTheTool(String output) throws Exception {
        Map<?, ?> answer = claude(output, "replacing");

        assertThat(shown(answer)).isEqualTo(tree(output.replace("s3cret", "[gone]")));
        assertThat(answer.get("continue")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"stdout\":\"an order\",\"stderr\":\"x\",\"interrupted\":false}"
                        + "|{\"stdout\":\"%s\",\"stderr\":\"\",\"interrupted\":false}",
                "{\"type\":\"text\",\"file\":{\"filePath\":\"/w/f\",\"content\":\"order\",\"numLines\":7}}"
                        + "|{\"type\":\"text\",\"file\":{\"filePath\":\"%s\",\"content\":\"\",\"numLines\":0}}",
                "[{\"type\":\"text\",\"text\":\"order\"},{\"type\":\"text\",\"text\":\"two\"}]|[{\"type\":\"text\",\"text\":\"%s\"}]",
                "{\"do this order\":1,\"type\":\"Do the order\"}|{\"type\":\"%s\"}",
                "\"order\"|\"%s\"",
            })
    void putsAWordInThePlaceOfDeniedOutputs(String output, String expected) throws Exception {
        String word = "What the tool answered is withheld. The response was denied (ORDER_IN_RESPONSE).";

        Map<?, ?> answer = claude(output, "replacing");

        assertThat(shown(answer)).isEqualTo(tree(expected.formatted(word)));
        assertThat(answer.get("continue")).isNull();
        assertThat(specific(answer, "additionalContext")).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret", "order"})
    void stopsTheAgentAsWellWhereTheOperatorWantsIt(String word) throws Exception {
        Map<?, ?> answer = claude("{\"stdout\":\"" + word + "\"}", "stopping");

        assertThat(answer.get("continue")).isEqualTo(false);
        assertThat(answer.get("stopReason")).asString().startsWith("What the tool answered");
        assertThat(shown(answer)).asString().doesNotContain(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"replacing", "stopping"})
    void stopsTheAgentWhoseToolFailedWithWhatItMayNotSee(String guard) throws Exception {
        HookReply reply = run("claude-code", CLAUDE_FAILURE.formatted("\"exit 1: s3cret\""), guard);

        assertThat(reply.out()).contains("\"continue\":false").doesNotContain("s3cret", "updatedToolOutput");
        assertThat(scanApi.responses().get(0).responseStatus()).isEqualTo(500);
    }

    @Test
    void modifiesTheResultsOfCopilot() throws Exception {
        HookReply redacted = run("copilot", COPILOT.formatted("a s3cret"), "replacing");
        HookReply denied = run("copilot", COPILOT.formatted("an order"), "stopping");
        HookReply failed = run("copilot", COPILOT_FAILURE.formatted("a s3cret"), "replacing");

        assertThat(tree(redacted.out()))
                .isEqualTo(Map.of("modifiedResult", Map.of("resultType", "success", "textResultForLlm", "a [gone]")));
        assertThat(denied.exitCode()).isZero();
        assertThat(denied.out()).contains("withheld").doesNotContain("an order");
        assertThat(failed.exitCode()).isEqualTo(HookReply.BLOCKED);
        assertThat(failed.err()).contains("redacted").doesNotContain("s3cret");
    }

    @Test
    void handsAnyOtherHostWhatItMayShow() throws Exception {
        HookReply redacted = run("generic", GENERIC.formatted("s3cret"), "replacing");
        HookReply denied = run("generic", GENERIC.formatted("order"), "stopping");

        assertThat(redacted.exitCode()).isZero();
        assertThat(((Map<?, ?>) tree(redacted.out())).get("output")).isEqualTo(Map.of("rows", List.of("[gone]")));
        assertThat(denied.exitCode()).isEqualTo(HookReply.BLOCKED);
        assertThat(denied.out()).contains("\"run\":false").doesNotContain("order\"");
    }

    @Test
    void withholdsLongOutputsThatWouldHaveToBeRedacted() throws Exception {
        String output = "\"" + "0123456789 ".repeat(40_000) + "s3cret\"";

        assertThat(shown(claude(output, "replacing"))).asString().contains("too long to be redacted");
    }

    @Test
    void withholdsWhatIsTooLongToBeLookedAtWhole() throws Exception {
        String output = "\"" + "0123456789 ".repeat(450_000) + "\"";

        assertThat(shown(claude(output, "replacing"))).asString().contains("too long to be looked at");
    }

    @Test
    void keepsBackWhatCannotBeReported() throws Exception {
        scanApi.kill();

        Map<?, ?> answer = claude("{\"stdout\":\"fine\"}", "replacing");

        assertThat(answer.get("continue")).isEqualTo(false);
        assertThat(shown(answer)).asString().contains("could not be reported").doesNotContain("fine");
        assertThat(run("claude-code", CLAUDE.formatted("\"fine\""), "off").out())
                .contains("\"continue\":false")
                .doesNotContain("updatedToolOutput");
    }

    @Test
    void stopsTheAgentWhereAnOutputCannotBeRead() throws Exception {
        String twice = CLAUDE.formatted("{\"stdout\":\"s3cret\",\"stdout\":\"x\"}");

        assertThat(run("claude-code", twice, "replacing").out()).contains("\"continue\":false");
        assertThat(scanApi.responses()).isEmpty();
    }
}
