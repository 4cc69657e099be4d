package io.weir.launcher.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.launcher.CommandRun;
import io.weir.launcher.config.AdminToken;
import io.weir.launcher.ingest.LocalApi;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentCommandTest {

    @TempDir
    private Path data;

    @Test
    void anOperatorHandlesAnIncidentAndItsAgent() throws Exception {
        AdminToken token = AdminToken.of(data);
        try (LocalApi api = LocalApi.startFor(token.token())) {
            String id = id(run(api, "incident", "open", "Too much goes out", "--agent", "a b/c", "--severity", "high"));

            assertThat(run(api, "incident", "investigate", id).out()).contains("investigating");
            assertThat(run(api, "incident", "note", id, "--note", "asked the owner")
                            .out())
                    .contains("asked the owner");
            assertThat(run(api, "incident", "act", id, "--do", "suspend_agent").out())
                    .contains("ACTED suspend_agent");
            assertThat(run(api, "agent", "show", "a b/c").out()).contains("1.000; suspended");
            assertThat(run(api, "agent", "reactivate", "a b/c").out()).contains("trusted");
            assertThat(run(api, "agent", "scrutinize", "a b/c", "--hours", "1").out())
                    .contains("scrutiny", "watched");
            assertThat(run(api, "agent", "list").out()).contains("a b/c", "scrutiny");
            assertThat(run(api, "agent", "reset", "a b/c").exitCode()).isZero();
            assertThat(run(api, "incident", "close", id, "--as", "policy_gap").out())
                    .contains("closed; policy_gap");
            assertThat(run(api, "incident", "close", id, "--as", "policy_gap").err())
                    .contains("INCIDENT_STATE");
            assertThat(run(api, "incident", "reopen", id).out()).contains("open");
            assertThat(run(api, "incident", "list", "--state", "open").out()).contains(id, "Too much goes out");
            assertThat(run(api, "incident", "show", id).out()).contains("MANUAL", "operator");
            assertThat(run(api, "incident", "evidence", id).out()).contains("rests on no alert and no decision");
            assertThat(run(api, "incident", "evidence", id, "--form", "mermaid").out())
                    .startsWith("flowchart LR");
            Path bundle = data.resolve("case.zip");
            assertThat(run(api, "incident", "bundle", id, "--out", bundle.toString())
                            .out())
                    .contains("manifest sha256");
            assertThat(CommandRun.of("incident", "verify", bundle.toString()).out())
                    .contains(id, "all files are as the manifest says");
        }
    }

    @Test
    void saysWhatIsNoId() {
        CommandRun run = CommandRun.of("incident", "show", "that one", "--data", data.toString());

        assertThat(run.exitCode()).isEqualTo(2);
    }

    private static String id(CommandRun run) {
        Matcher id = Pattern.compile("[0-9a-f-]{36}").matcher(run.out());
        assertThat(id.find()).as(run.out() + run.err()).isTrue();
        return id.group();
    }

    private CommandRun run(LocalApi api, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--api", api.url(), "--data", data.toString()));
        return CommandRun.of(all.toArray(String[]::new));
    }
}
