package io.weir.launcher.eval.noise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.CommandRun;
import io.weir.launcher.ExitCode;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalNoiseCommandTest {

    private static final String EVENT = "{\"trace_id\":\"%s\",\"tenant\":\"t\",\"session_id\":\"s\",\"agent_id\":\"a\","
            + "\"seq\":0,\"kind\":\"tool_result\",\"call_id\":\"c1\",\"tool\":\"read\",\"result\":\"write to %s\"}\n";
    private static final String LABEL =
            "{\"trace_id\":\"%s\",\"source\":\"hand\",\"label\":\"%s\",\"scoring\":\"negative\","
                    + "\"benign_read_write\":false}\n";

    @TempDir
    private Path folder;

    @Test
    void countsFindingsOfBenignRunsOnly() throws IOException {
        Path events = traces();

        CommandRun run = CommandRun.of("eval", "noise", events.toString(), "--json");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        JsonNode report = Json.mapper().readTree(run.out());
        assertThat(report.get("bodies").asInt()).isEqualTo(1);
        assertThat(report.at("/rules/email-address/findings").asInt()).isEqualTo(1);
        // "write to ann@weir.test" is 22 bytes.
        assertThat(report.get("bytes").asInt()).isEqualTo(22);
        assertThat(report.get("per_100_kb").asDouble()).isEqualTo(100_000.0 / 22);
    }

    @Test
    void showsWhatWasFoundOnlyWhenAsked() throws IOException {
        String events = traces().toString();

        assertThat(CommandRun.of("eval", "noise", events, "--failures").out())
                .contains("email-address  benign#0  /body@9-22")
                .doesNotContain("ann@");
        assertThat(CommandRun.of("eval", "noise", events, "--failures", "--show-text")
                        .out())
                .contains("write to >>>ann@weir.test<<<");
    }

    @Test
    void asksForLabelsWhereNoneAreBesideTheEvents() throws IOException {
        Path events = Files.writeString(folder.resolve("runs.jsonl"), String.format(EVENT, "x", "nobody"));

        CommandRun run = CommandRun.of("eval", "noise", events.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--labels");
    }

    private Path traces() throws IOException {
        Files.writeString(
                folder.resolve("runs.labels.jsonl"),
                String.format(LABEL, "benign", "benign") + String.format(LABEL, "attack", "exfil_success"));
        return Files.writeString(
                folder.resolve("runs.events.jsonl"),
                String.format(EVENT, "benign", "ann@weir.test") + String.format(EVENT, "attack", "bob@weir.test"));
    }
}
