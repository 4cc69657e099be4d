package io.weir.launcher.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.CommandRun;
import io.weir.platform.json.Json;
import io.weir.testkit.mcp.FixtureStdioMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class McpActionFirewallCommandTest {

    private static final String HELLO =
            "{'protocolVersion':'2025-11-25','capabilities':{},'clientInfo':{'name':'t','version':'1'}}";
    private static final String RULES = """
        {"global": {"allow_prefixes": ["echo"], "block_keywords": ["simple"], "default_action": "allow"},
         "servers": {"fixture": {"block_keywords": ["large"]}}}
        """;

    @TempDir
    private Path folder;

    @Test
    void worksInThePlaceOfThatProgramWithTheFileOfTheWorkingFolder() throws Exception {
        Files.writeString(folder.resolve("firewall_config.json"), RULES);
        try (StdioChild child =
                StdioChild.start(folder, "mcp", "action-firewall", "--target", target(), "--name", "fixture", "-v")) {
            greet(child);
            assertThat(child.ask(2, "tools/list", "{}").at("/result/tools").toString())
                    .contains("firewall_confirm", "test_simple_text");
            assertThat(child.call(3, "echo", "{'text':'hi'}").toString()).contains("hi");
            assertThat(child.ask(4, "resources/list", "{}")
                            .at("/result/resources")
                            .isArray())
                    .isTrue();

            JsonNode paused = paused(child.call(6, "test_simple_text", "{}"));
            assertThat(paused.path("status").asText()).isEqualTo("PAUSED_FOR_APPROVAL");
            assertThat(paused.at("/action/tool").asText()).isEqualTo("test_simple_text");
            assertThat(paused(child.call(7, "large", "{}")).path("status").asText())
                    .isEqualTo("PAUSED_FOR_APPROVAL");

            String code = code();
            assertThat(paused.toString()).doesNotContain(code);
            assertThat(child.call(8, "firewall_confirm", "{'otp':'" + code + "'}")
                            .toString())
                    .contains("simple text response");
        }
        assertThat(Files.readString(folder.resolve("stderr.txt"))).contains("event=mcp_call");
    }

    @Test
    void takesTheFileThatIsNamedBeforeTheOneOfTheWorkingFolder() throws Exception {
        Files.writeString(folder.resolve("firewall_config.json"), RULES);
        Path other = Files.writeString(
                folder.resolve("other.json"),
                "{\"global\": {\"block_keywords\": [\"echo\"], \"default_action\": \"allow\"}}");
        try (StdioChild child = StdioChild.start(
                folder, "mcp", "action-firewall", "--target", target(), "--config", other.toString(), "--name", "x")) {
            greet(child);
            assertThat(paused(child.call(2, "echo", "{}")).path("status").asText())
                    .isEqualTo("PAUSED_FOR_APPROVAL");
            assertThat(child.call(3, "test_simple_text", "{}").toString()).contains("simple text response");
        }
        assertThat(Files.readString(folder.resolve("stderr.txt"))).contains("there is no server x in the rules");
    }

    @Test
    void takesTheRulesThatComeAlongWhereThereIsNoFileAndHoldsOnlyCallsOfTools() throws Exception {
        try (StdioChild child = StdioChild.start(folder, "mcp", "action-firewall", "--target", target())) {
            greet(child);
            assertThat(child.ask(3, "resources/read", "{'uri':'test://static-text'}")
                            .at("/result/contents")
                            .isArray())
                    .isTrue();
            assertThat(paused(child.call(2, "echo", "{}")).path("status").asText())
                    .isEqualTo("PAUSED_FOR_APPROVAL");
        }
    }

    @Test
    void writesTheRulesThatComeAlongOnce() throws Exception {
        try (StdioChild first = StdioChild.start(folder, "mcp", "action-firewall", "--generate-config")) {
            assertThat(first.exitCode()).isZero();
        }
        assertThat(Files.readString(folder.resolve("firewall_config.json"))).contains("global", "get_");
        try (StdioChild again = StdioChild.start(folder, "mcp", "action-firewall", "--generate-config")) {
            assertThat(again.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void saysWhatIsWrongWithTheFileBeforeTheServerIsStarted() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{\"global\": {\"default_action\": \"maybe\"}}");

        CommandRun run = CommandRun.of("mcp", "action-firewall", "--target", "cat", "--config", bad.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'default_action' is 'allow' or 'block'");
        assertThat(CommandRun.of("mcp", "action-firewall").exitCode()).isEqualTo(2);
    }

    private String target() throws IOException {
        Path script = Files.writeString(
                folder.resolve("server.sh"),
                "exec \"" + ProcessHandle.current().info().command().orElse("java") + "\" -cp \""
                        + System.getProperty("java.class.path") + "\" " + FixtureStdioMain.class.getName() + "\n");
        return "/bin/sh '" + script + "'";
    }

    private static void greet(StdioChild child) throws IOException {
        assertThat(child.ask(1, "initialize", HELLO).path("result").has("serverInfo"))
                .isTrue();
        child.tell("{'jsonrpc':'2.0','method':'notifications/initialized'}");
    }

    /** What a paused call is answered: a result that is no error, with one text of JSON. */
    private static JsonNode paused(JsonNode answer) throws IOException {
        assertThat(answer.at("/result/isError").asBoolean())
                .as(answer.toString())
                .isFalse();
        return Json.mapper().readTree(answer.at("/result/content/0/text").asText());
    }

    private String code() throws IOException {
        String lines = Files.readString(folder.resolve(".weir").resolve("mcp").resolve("codes"));
        return lines.lines()
                .filter(line -> line.contains("test_simple_text"))
                .findFirst()
                .orElseThrow()
                .replaceFirst("code (\\d{4}) .*", "$1");
    }
}
