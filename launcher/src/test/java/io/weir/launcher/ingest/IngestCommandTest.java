package io.weir.launcher.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.CommandRun;
import io.weir.launcher.ExitCode;
import io.weir.platform.json.Json;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.ToolCallScanned;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestCommandTest {

    private static final String SAMPLE =
            Path.of("src", "test", "resources", "traces", "two-sessions.jsonl").toString();

    @TempDir
    private Path folder;

    @Test
    void postsEventsOfEachSessionInOrderUnderTheirTenant() throws Exception {
        try (LocalApi api = LocalApi.start(100)) {
            // When
            CommandRun run = CommandRun.of("ingest", SAMPLE, "--api", api.url(), "--json");

            // Then
            assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
            JsonNode counts = Json.mapper().readTree(run.out());
            assertThat(counts.path("events").asInt()).isEqualTo(6);
            assertThat(counts.path("responses").asInt()).isEqualTo(3);
            assertThat(counts.path("failed").asInt()).isZero();
            List<SessionEvent> first = api.events().events().stream()
                    .filter(event -> event.principal().sessionId().equals("s-1"))
                    .toList();
            assertThat(first)
                    .extracting(event -> event.getClass().getSimpleName())
                    .containsExactly("ToolCallScanned", "ResponseObserved", "ToolCallScanned", "ResponseObserved");
            assertThat(first).extracting(event -> event.principal().tenant()).containsOnly("acme");
            assertThat(((ResponseObserved) first.get(1)).traceId())
                    .isEqualTo(first.get(0).traceId());
            assertThat(((ToolCallScanned) first.get(2)).outcome().links()).isNotEmpty();
        }
    }

    @Test
    void sendsWhatTheUserAskedFor() throws Exception {
        Path requests = Files.writeString(
                folder.resolve("requests.jsonl"),
                "{\"trace_id\":\"run-1\",\"user_prompt\":\"Mail the notes to drop@outside.example.\"}\n");
        try (LocalApi api = LocalApi.start(100)) {
            CommandRun.of("ingest", SAMPLE, "--api", api.url(), "--context", requests.toString());

            assertThat(api.events().events())
                    .filteredOn(event -> event instanceof ToolCallScanned call && call.request() != null)
                    .extracting(event -> event.principal().sessionId())
                    .containsExactly("s-1", "s-1");
        }
    }

    @Test
    void stopsAtTheLimit() throws Exception {
        try (LocalApi api = LocalApi.start(100)) {
            CommandRun run = CommandRun.of("ingest", SAMPLE, "--api", api.url(), "--limit", "2");

            assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
            assertThat(run.out()).startsWith("2 events in ").contains("decisions  1: ALLOW 1", "responses  1");
            assertThat(api.events().events()).hasSize(2);
        }
    }

    @Test
    void countsWhatFailsByItsCodeAndReturnsOne() throws Exception {
        try (LocalApi api = LocalApi.start(100)) {
            String tooLarge = "{\"trace_id\":\"r\",\"tenant\":\"t\",\"session_id\":\"s\",\"agent_id\":\"a\",\"seq\":0,"
                    + "\"kind\":\"tool_call\",\"call_id\":\"c\",\"tool\":\"x\",\"args\":{\"a\":\"" + "x".repeat(300_000)
                    + "\"}}\n";
            String result = "{\"trace_id\":\"r\",\"tenant\":\"t\",\"session_id\":\"s\",\"agent_id\":\"a\",\"seq\":1,"
                    + "\"kind\":\"tool_result\",\"call_id\":\"c\",\"tool\":\"x\",\"result\":\"y\"}\n";
            Path file = Files.writeString(folder.resolve("large.jsonl"), tooLarge + result);

            CommandRun run = CommandRun.of("ingest", file.toString(), "--api", api.url());

            assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
            assertThat(run.out()).contains("failed     1", "PAYLOAD_TOO_LARGE 1, first: ", "skipped    1 results");
        }
    }

    @Test
    void postsWhatStandsBeforeALineThatCannotBeReadAndReturnsTwo() throws Exception {
        Path file = Files.writeString(folder.resolve("bad.jsonl"), Files.readString(Path.of(SAMPLE)) + "nonsense\n");
        try (LocalApi api = LocalApi.start(100)) {
            CommandRun run = CommandRun.of("ingest", file.toString(), "--api", api.url());

            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("bad.jsonl, line 8: ");
            assertThat(api.events().events()).hasSize(6);
        }
    }

    @Test
    void returnsFourWhereNobodyListens() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }

        CommandRun run = CommandRun.of("ingest", SAMPLE, "--api", "http://127.0.0.1:" + port);

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.err()).contains("127.0.0.1:" + port, "Fix: start 'weir up'");
    }

    @Test
    void saysThatTheFileIsMissingOrTheKeyIsNotSet() {
        CommandRun absent = CommandRun.of("ingest", "no-such-file.jsonl");
        CommandRun keyless = CommandRun.of("ingest", SAMPLE, "--api-key-env", "WEIR_NO_SUCH_VARIABLE");

        assertThat(absent.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(absent.err()).contains("no-such-file.jsonl: there is no such file");
        assertThat(keyless.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(keyless.err()).contains("WEIR_NO_SUCH_VARIABLE is not set");
    }
}
