package io.weir.launcher.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.launcher.CommandRun;
import io.weir.launcher.config.AdminToken;
import io.weir.launcher.ingest.LocalApi;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostureCommandTest {

    @TempDir
    private Path data;

    @Test
    void anOperatorSaysWhatIsToBecomeOfAFinding() throws Exception {
        AdminToken token = AdminToken.of(data);
        try (LocalApi api = LocalApi.startFor(token.token())) {
            assertThat(run(api, "posture", "show").out().strip()).isEqualTo("100 of 100");
            run(api, "key", "create", "--name", "reporter");

            assertThat(run(api, "posture", "show").out()).contains("95 of 100", "NO_IP_ALLOWLIST", "OPEN", "reporter");
            assertThat(run(api, "posture", "acknowledge", "NO_IP_ALLOWLIST", "--note", "ann looks")
                            .out())
                    .contains("95 of 100", "ACKNOWLEDGED", "operator: ann looks");
            assertThat(run(api, "posture", "resolve", "no_ip_allowlist").out()).contains("100 of 100", "RESOLVED");
            assertThat(run(api, "posture", "reopen", "NO_IP_ALLOWLIST").out()).contains("95 of 100", "OPEN");
            assertThat(run(api, "posture", "accept", "NO_IP_ALLOWLIST").out()).contains("100 of 100", "ACCEPTED");
            assertThat(run(api, "posture", "accept", "NO_RULE").exitCode()).isEqualTo(2);
        }
    }

    private CommandRun run(LocalApi api, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--api", api.url(), "--data", data.toString()));
        return CommandRun.of(all.toArray(String[]::new));
    }
}
