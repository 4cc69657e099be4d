package io.weir.edge.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.client.ScanClientConfig;
import io.weir.edge.gateway.EdgeConfig;
import io.weir.edge.gateway.FakeScanApi;
import io.weir.edge.gateway.ForwardConfig;
import io.weir.edge.gateway.Gateway;
import io.weir.edge.gateway.GatewayConfig;
import io.weir.edge.inbound.InboundConfig;
import io.weir.platform.config.Secret;
import io.weir.platform.health.Readiness;
import io.weir.platform.metrics.Metrics;
import io.weir.schemas.word.Decision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script at the root of the repository, as a host starts it, with a gateway that answers hooks. */
class HookScriptTest {

    private static final String BEFORE =
            "{\"session_id\":\"s-1\",\"hook_event_name\":\"PreToolUse\",\"tool_name\":\"Bash\","
                    + "\"tool_input\":{\"command\":\"a\\nb \\\\\"},\"tool_use_id\":\"1\"}";

    @TempDir
    private Path folder;

    private FakeScanApi scanApi;
    private Metrics metrics;
    private Gateway gateway;

    private record Outcome(int exitCode, String out, String err) {}

    @BeforeEach
    void start() throws Exception {
        scanApi = FakeScanApi.start();
        metrics = Metrics.create();
        List<Secret> tokens = List.of(Secret.of("t0ken"));
        ScanClientConfig scan = ScanClientConfig.SECTION.defaults().withUrl(scanApi.url());
        EdgeConfig edge = new EdgeConfig(
                GatewayConfig.SECTION.defaults().withPort(0),
                ForwardConfig.SECTION.defaults(),
                InboundConfig.SECTION.defaults());
        HookHandler hooks = new HookHandler(HookConfig.SECTION.defaults(), scan, tokens, new SimpleMeterRegistry());
        gateway = Gateway.start(edge, scan, new Readiness(), metrics, List.of(hooks));
    }

    @AfterEach
    void stop() {
        gateway.close();
        metrics.close();
        scanApi.close();
    }

    private Outcome run(String host, int port, String token, String input) throws IOException, InterruptedException {
        boolean curl = new ProcessBuilder("sh", "-c", "command -v curl").start().waitFor() == 0;
        if (!curl) {
            System.out.println("HookScriptTest: skipped, there is no curl on this machine");
        }
        assumeTrue(curl, "no curl on this machine");
        Path script = Files.copy(Path.of("..", "weir"), folder.resolve("weir" + System.nanoTime()));
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder("sh", script.toString(), "hook", host)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("WEIR_HOOK_GATEWAY", "http://127.0.0.1:" + port);
        builder.environment().put("WEIR_HOOK_TOKEN", token);
        Process process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Outcome(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void asksTheGatewayAndHandsItsAnswerOn() throws Exception {
        Outcome allowed = run("claude-code", gateway.port(), "t0ken", BEFORE);
        scanApi.deciding(Decision.DENY);
        Outcome denied = run("claude-code", gateway.port(), "t0ken", BEFORE);
        Outcome generic = run("generic", gateway.port(), "t0ken", "{\"event\":\"before\",\"tool\":\"t\",\"input\":1}");

        assertThat(allowed).isEqualTo(new Outcome(0, "", ""));
        assertThat(scanApi.calls().get(0).body()).extracting("command").isEqualTo("a\nb \\");
        assertThat(denied.exitCode()).isZero();
        assertThat(denied.out()).contains("\"permissionDecision\":\"deny\"");
        assertThat(generic.exitCode()).isEqualTo(2);
        assertThat(generic.out()).contains("\"run\":false");
    }

    @Test
    void joinsAnswersToCallsAcrossProcesses() throws Exception {
        run("claude-code", gateway.port(), "t0ken", BEFORE);
        run(
                "claude-code",
                gateway.port(),
                "t0ken",
                BEFORE.replace("PreToolUse", "PostToolUse")
                        .replace("\"tool_use_id\"", "\"tool_response\":\"x\",\"tool_use_id\""));

        assertThat(scanApi.responses()).extracting("traceId").containsExactly(FakeScanApi.TRACE_ID);
    }

    @Test
    void letsNoToolRunWhereNobodyAnswersOrTheTokenIsWrong() throws Exception {
        Outcome wrongToken = run("claude-code", gateway.port(), "other", BEFORE);
        Outcome nobody = run("claude-code", 1, "t0ken", BEFORE);
        Outcome nobodyForCopilot = run("copilot", 1, "t0ken", "{\"toolName\":\"bash\"}");

        assertThat(wrongToken.exitCode()).isEqualTo(2);
        assertThat(wrongToken.err()).contains("WEIR_HOOK_TOKEN");
        assertThat(nobody.exitCode()).isEqualTo(2);
        assertThat(nobody.err()).contains("no gateway answers");
        Outcome nobodyAfter = run("claude-code", 1, "t0ken", BEFORE.replace("PreToolUse", "PostToolUse"));
        assertThat(nobodyAfter.exitCode()).isZero();
        assertThat(nobodyAfter.out()).contains("\"continue\":false", "no gateway answers");
        assertThat(nobodyForCopilot.exitCode()).isZero();
        assertThat(nobodyForCopilot.out()).contains("\"permissionDecision\":\"deny\"");
        assertThat(scanApi.calls()).isEmpty();
    }
}
