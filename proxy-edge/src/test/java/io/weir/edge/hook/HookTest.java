package io.weir.edge.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weir.client.ScanClientConfig;
import io.weir.edge.gateway.FakeScanApi;
import io.weir.platform.config.ConfigSource;
import io.weir.platform.config.Secret;
import io.weir.platform.json.Json;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.Decision;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HookTest {

    private static final String CLAUDE_BEFORE = """
            {"session_id":"s-1","transcript_path":"/t.jsonl","cwd":"/w","permission_mode":"default",
             "hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"echo card"},
             "tool_use_id":"toolu_1"}""";
    private static final String CLAUDE_AFTER = CLAUDE_BEFORE
            .replace("PreToolUse", "PostToolUse")
            .replace("\"tool_use_id\"", "\"tool_response\":{\"stdout\":\"done\"},\"tool_use_id\"");
    private static final String COPILOT_BEFORE = """
            {"sessionId":"s-2","timestamp":1704614600000,"cwd":"/w","toolName":"bash",
             "toolArgs":"{\\"command\\":\\"echo card\\"}"}""";
    private static final String COPILOT_AFTER = COPILOT_BEFORE.replace(
            "\"toolArgs\"", "\"toolResult\":{\"resultType\":\"success\",\"textResultForLlm\":\"done\"},\"toolArgs\"");
    private static final String GENERIC_BEFORE =
            "{\"event\":\"before\",\"tool\":\"send mail\",\"input\":{\"text\":\"card\"},\"session_id\":\"s-3\"}";

    @TempDir
    private Path memory;

    private FakeScanApi scanApi;

    @BeforeEach
    void start() throws Exception {
        scanApi = FakeScanApi.start();
    }

    @AfterEach
    void stop() {
        scanApi.close();
    }

    private HookReply run(String host, String input, String... settings) throws InterruptedException {
        ConfigSource source = ConfigSource.empty();
        for (int i = 0; i < settings.length; i += 2) {
            source = source.withOption("hook." + settings[i], settings[i + 1], "test");
        }
        HookConfig config = source.read(List.of(HookConfig.SECTION)).get(HookConfig.SECTION);
        ScanClientConfig scan =
                ScanClientConfig.SECTION.defaults().withUrl(scanApi.url()).withApiKey(Secret.NONE);
        return Hook.of(host, config, scan, memory).run(input.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<?, ?> json(String text) throws Exception {
        return Json.mapper().readValue(text, Map.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude-code", "copilot"})
    void staysSilentAboutAllowedCallsSoThatTheUsersOwnRulesStayInForce(String host) throws Exception {
        String input = host.equals("copilot") ? COPILOT_BEFORE : CLAUDE_BEFORE;

        assertThat(run(host, input)).isEqualTo(new HookReply("", "", 0));
    }

    @Test
    void asksWithToolArgumentsAndSession() throws Exception {
        run("claude-code", CLAUDE_BEFORE);
        run("copilot", COPILOT_BEFORE, "agent_id", "coder");
        run("generic", GENERIC_BEFORE);

        assertThat(scanApi.calls()).extracting("url").containsExactly("mcp://Bash", "mcp://bash", "mcp://send%20mail");
        assertThat(scanApi.calls()).extracting("sessionId").containsExactly("s-1", "s-2", "s-3");
        assertThat(scanApi.calls()).extracting("agentId").containsExactly(null, "coder", null);
        assertThat(scanApi.calls().get(1).body()).isEqualTo(Map.of("command", "echo card"));
    }

    @ParameterizedTest
    @CsvSource({"DENY, PII_EGRESS", "REQUIRE_APPROVAL, approval"})
    void keepsClaudeCodeFromRunningATool(Decision decision, String word) throws Exception {
        scanApi.deciding(decision);

        HookReply reply = run("claude-code", CLAUDE_BEFORE);

        assertThat(reply.exitCode()).isZero();
        assertThat(json(reply.out()).get("hookSpecificOutput"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("hookEventName", "PreToolUse")
                .containsEntry("permissionDecision", "deny")
                .hasEntrySatisfying(
                        "permissionDecisionReason",
                        reason -> assertThat((String) reason).contains(word))
                .doesNotContainKey("updatedInput");
    }

    @ParameterizedTest
    @CsvSource({
        "claude-code, asking, ask",
        "claude-code, always, allow",
        "claude-code, never,  deny",
        "copilot,     asking, deny",
        "copilot,     always, allow",
        "copilot,     never,  deny",
    })
    void runsRedactedCallsOnlyWhereTheHostCanRewriteThem(String host, String rewriting, String permission)
            throws Exception {
        scanApi.sanitizing(body -> Map.of("command", "echo [CARD]"));

        HookReply reply = run(host, host.equals("copilot") ? COPILOT_BEFORE : CLAUDE_BEFORE, "rewriting", rewriting);

        Map<?, ?> answer = json(reply.out());
        Object specific = answer.get("hookSpecificOutput");
        Map<?, ?> said = specific instanceof Map<?, ?> map ? map : answer;
        assertThat(said.get("permissionDecision")).isEqualTo(permission);
        assertThat(said.get(host.equals("copilot") ? "modifiedArgs" : "updatedInput"))
                .isEqualTo(permission.equals("deny") ? null : Map.of("command", "echo [CARD]"));
    }

    @Test
    void blocksWhatMustBeRedactedAndIsNot() throws Exception {
        scanApi.sanitizing(body -> body);

        assertThat(run("claude-code", CLAUDE_BEFORE, "rewriting", "always").out())
                .contains("\"deny\"");
    }

    @Test
    void tellsAnyOtherHostByExitCode() throws Exception {
        assertThat(run("generic", GENERIC_BEFORE).exitCode()).isZero();
        scanApi.sanitizing(body -> Map.of("text", "[CARD]"));
        HookReply redacted = run("generic", GENERIC_BEFORE, "rewriting", "always");
        assertThat(redacted.exitCode()).isZero();
        assertThat(json(redacted.out()).get("input")).isEqualTo(Map.of("text", "[CARD]"));
        scanApi.deciding(Decision.DENY);
        HookReply denied = run("generic", GENERIC_BEFORE);
        assertThat(denied.exitCode()).isEqualTo(HookReply.BLOCKED);
        assertThat(json(denied.out()).get("run")).isEqualTo(false);
        assertThat(json(denied.out()).get("decision")).isEqualTo("DENY");
        assertThat(denied.err()).contains("denied");
    }

    @Test
    void reportsWhatAToolAnswersUnderTheDecisionOnItsCall() throws Exception {
        run("claude-code", CLAUDE_BEFORE);
        assertThat(run("claude-code", CLAUDE_AFTER)).isEqualTo(new HookReply("", "", 0));
        run("copilot", COPILOT_BEFORE);
        assertThat(run("copilot", COPILOT_AFTER)).isEqualTo(new HookReply("", "", 0));

        assertThat(scanApi.responses()).extracting("traceId").containsOnly(FakeScanApi.TRACE_ID);
        assertThat(scanApi.responses()).extracting("sessionId").containsExactly("s-1", "s-2");
        assertThat(scanApi.responses().get(0).responseBody()).isEqualTo(Map.of("stdout", "done"));
        try (var files = Files.list(memory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void reportsAnAnswerWithoutACallUnderAnIdOfItsOwn() throws Exception {
        run("claude-code", CLAUDE_AFTER);

        assertThat(scanApi.responses().get(0).traceId())
                .isNotEqualTo(FakeScanApi.TRACE_ID)
                .hasSize(36);
    }

    @Test
    void reportsLongAnswersInParts() throws Exception {
        String longText = "0123456789 ".repeat(40_000);
        run("claude-code", CLAUDE_AFTER.replace("{\"stdout\":\"done\"}", "\"" + longText + "\""));

        assertThat(scanApi.responses()).hasSizeGreaterThan(1);
        assertThat(String.valueOf(scanApi.responses().get(0).responseBody())).startsWith("0123456789 0123456789");
    }

    @Test
    void keepsNothingOfTheCallBetweenItsTwoProcesses() throws Exception {
        run("claude-code", CLAUDE_BEFORE);

        try (var files = Files.list(memory)) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file -> assertThat(file.getFileName() + Files.readString(file))
                            .doesNotContain("card", "s-1", "toolu")
                            .contains(FakeScanApi.TRACE_ID));
        }
    }

    @Test
    void failsClosedBeforeAndAfterATool() throws Exception {
        HookReply ok = run("claude-code", CLAUDE_BEFORE);
        assertThat(ok.out()).isEmpty();
        scanApi.kill();

        assertThat(run("claude-code", CLAUDE_BEFORE).out()).contains("\"deny\"", "fails closed");
        assertThat(run("claude-code", CLAUDE_AFTER).out()).contains("\"continue\":false");
        assertThat(run("copilot", COPILOT_BEFORE).out()).contains("\"deny\"");
        assertThat(run("copilot", COPILOT_AFTER).exitCode()).isEqualTo(HookReply.BLOCKED);
        assertThat(run("generic", GENERIC_BEFORE).exitCode()).isEqualTo(HookReply.BLOCKED);
    }

    @Test
    void failsOpenOnlyWhereTheOperatorSaysSoAndTellsTheUser() throws Exception {
        scanApi.kill();

        HookReply claude = run("claude-code", CLAUDE_BEFORE, "fail_mode", "open");
        assertThat(json(claude.out()).get("systemMessage")).asString().contains("GATEWAY_UNREACHABLE");
        assertThat(run("copilot", COPILOT_BEFORE, "fail_mode", "open").err()).contains("GATEWAY_UNREACHABLE");
        assertThat(run("generic", GENERIC_BEFORE, "fail_mode", "open").exitCode())
                .isZero();
    }

    @Test
    void doesNotFailOpenForACallThatCannotBeScanned() throws Exception {
        scanApi.refusing(ErrorCode.PAYLOAD_TOO_LARGE);

        assertThat(run("claude-code", CLAUDE_BEFORE, "fail_mode", "open").out())
                .contains("\"deny\"", "PAYLOAD_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{\"hook_event_name\":\"PreToolUse\"}",
                "{\"hook_event_name\":\"PreToolUse\",\"tool_name\":\"a\",\"tool_name\":\"b\"}",
                "{\"hook_event_name\":\"Stop\",\"tool_name\":\"a\"}",
            })
    void blocksWhatItCannotRead(String input) throws Exception {
        assertThat(run("claude-code", input, "fail_mode", "open").out()).contains("\"deny\"");
        assertThat(scanApi.calls()).isEmpty();
    }

    @Test
    void knowsItsHosts() {
        assertThatIllegalArgumentException().isThrownBy(() -> run("emacs", "{}"));
    }
}
