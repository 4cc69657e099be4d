package io.weir.launcher.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.launcher.CommandRun;
import io.weir.launcher.config.AdminToken;
import io.weir.launcher.ingest.LocalApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    @TempDir
    private Path data;

    @Test
    void writesToTheConsoleOrAFileAndSaysWhatIsWrong() throws IOException {
        AdminToken token = AdminToken.of(data);
        Path out = data.resolve("out.csv");
        try (LocalApi api = LocalApi.startFor(token.token())) {
            String[] where = {"--api", api.url(), "--data", data.toString()};

            CommandRun console = CommandRun.of("export", "--format", "json", where[0], where[1], where[2], where[3]);
            CommandRun file = CommandRun.of(
                    "export", "--format", "csv", "--out", out.toString(), where[0], where[1], where[2], where[3]);
            CommandRun wrong = CommandRun.of("export", "--since", "yesterday", where[0], where[1], where[2], where[3]);

            assertThat(console.out()).contains("{\"decisions\":[]}");
            assertThat(file.exitCode()).isZero();
            assertThat(Files.readString(out)).startsWith("time,trace_id,environment,agent_id");
            assertThat(wrong.exitCode()).isEqualTo(1);
            assertThat(wrong.err()).contains("query since");
        }
    }
}
