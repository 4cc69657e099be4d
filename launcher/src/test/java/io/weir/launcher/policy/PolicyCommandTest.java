package io.weir.launcher.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.policy.pack.PolicyPacks;
import io.weir.launcher.CommandRun;
import io.weir.launcher.ExitCode;
import io.weir.launcher.config.AdminToken;
import io.weir.launcher.ingest.LocalApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyCommandTest {

    private static final String WIRES = """
        name: wires
        rules:
          - rule_id: large
            match: {tool_names: [send_money]}
            condition: {body_path_gt: {path: $.amount, value: 1000}}
            action: DENY
        """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.weir.engine.policy.pack.PolicyPacks#names")
    void everyPackPassesItsTestsAndTheLint(String pack) {
        assertThat(CommandRun.of("policy", "packs", pack, "--write", folder.toString())
                        .exitCode())
                .isZero();

        CommandRun tests = CommandRun.of("policy", "test", folder.toString());
        CommandRun lint = CommandRun.of("policy", "lint", "--strict", folder.toString());

        assertThat(tests.out()).startsWith("ok: ");
        assertThat(tests.exitCode()).isZero();
        assertThat(lint.exitCode()).as(lint.out()).isZero();
        assertThat(PolicyPacks.tests(pack)).contains("expect: ALLOW");
    }

    @Test
    void thePackOfNameRulesIsTheFileThatTheOriginalGeneratesAndPassesItsTests() {
        CommandRun written = CommandRun.of("policy", "packs", "name-rules", "--write", folder.toString());
        CommandRun tests = CommandRun.of("policy", "test", folder.toString());
        CommandRun again = CommandRun.of("policy", "packs", "name-rules", "--write", folder.toString());

        assertThat(written.out()).contains("firewall_config.json", "firewall_config.test.yaml");
        assertThat(tests.out()).as(tests.err()).startsWith("ok: ");
        assertThat(tests.exitCode()).isZero();
        assertThat(again.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("policy", "packs").out()).contains("starter", "name-rules");
    }

    @Test
    void validateTellsEachProblemWithItsPlace() throws IOException {
        Path file = write("bad.yaml", WIRES.replace("action: DENY", "acton: DENY"));

        CommandRun run = CommandRun.of("policy", "validate", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("bad.yaml:6:5: error: there is no member of a rule 'acton'; did you mean 'action'?")
                .contains("errors: 2");
    }

    @Test
    void warningsCountOnlyUnderStrict() throws IOException {
        Path file = write("guardian.yaml", "name: p\ndescription: d\nexpected_workflow: w\nforbidden_tools: [rm]\n");

        assertThat(CommandRun.of("policy", "validate", file.toString()).exitCode())
                .isZero();
        assertThat(CommandRun.of("policy", "validate", "--strict", file.toString())
                        .exitCode())
                .isEqualTo(3);
    }

    @Test
    void aFailedTestSaysWhatMatchedAndWhatNearlyDid() throws IOException {
        write("wires.yaml", WIRES);
        write("wires.test.yaml", """
            tests:
              - name: a small one is stopped
                call: {tool: send_money, body: {amount: 5}}
                expect: DENY
            """);

        CommandRun run = CommandRun.of("policy", "test", folder.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("wires.test.yaml:2: failed: a small one is stopped")
                .contains("expected DENY, was ALLOW")
                .contains("nearly matched wires/large: body_path_gt $.amount 1000.0: 1 values at $.amount")
                .contains("failed: 1 of 1 tests");
    }

    @Test
    void explainShowsWhatHoldsAndWhatIsMissing() throws IOException {
        Path file = write("wires.yaml", WIRES);

        CommandRun run = CommandRun.of(
                "policy",
                "explain",
                file.toString(),
                "--call",
                "{\"url\":\"mcp://send_money\",\"body\":{\"amount\":5}}");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("decision: ALLOW", "wires/large DENY: nearly matches", "0 rules match, 1 nearly match");
    }

    @Test
    void diffTellsRulesAndDecisions() throws IOException {
        Path before = write("before.yaml", WIRES);
        Path after = write("after.yaml", WIRES.replace("1000", "10"));
        Path runs = write("runs.jsonl", """
            {"trace_id":"t","tenant":"acme","session_id":"s","agent_id":"a","seq":0,"kind":"tool_call","call_id":"c0","tool":"send_money","args":{"amount":50}}
            {"trace_id":"t","tenant":"acme","session_id":"s","agent_id":"a","seq":1,"kind":"tool_result","call_id":"c0","tool":"send_money","result":"ok"}
            {"trace_id":"t","tenant":"acme","session_id":"s","agent_id":"a","seq":2,"kind":"tool_call","call_id":"c1","tool":"send_money","args":{"amount":5}}
            """);

        CommandRun run =
                CommandRun.of("policy", "diff", before.toString(), after.toString(), "--runs", runs.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("changed wires/large:")
                .contains("t call c0 send_money: ALLOW -> DENY, rules [] -> [large]")
                .contains("1 of 2 calls decided differently");
        assertThat(CommandRun.of("policy", "diff", before.toString(), before.toString())
                        .exitCode())
                .isZero();
    }

    @Test
    void applyChecksBeforeItSendsAnything() throws IOException {
        Path file = write("bad.yaml", WIRES.replace("DENY", "DENNY"));

        CommandRun run = CommandRun.of("policy", "apply", file.toString(), "--api", "http://127.0.0.1:1");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is no action 'DENNY'; did you mean 'DENY'?");
    }

    @Test
    void whatHoldsInStagingIsPromotedToProductionAndRolledBack() throws Exception {
        Path file = write("wires.yaml", WIRES);
        AdminToken token = AdminToken.of(folder);
        try (LocalApi api = LocalApi.startFor(token.token(), folder.resolve("policies"))) {
            assertThat(run(api, "apply", file.toString(), "--env", "staging").out())
                    .contains("wires version 1");

            CommandRun promoted = run(api, "promote", "--from", "staging", "--to", "production", "--author", "ann");

            assertThat(promoted.out()).as(promoted.err()).contains("wires in production version 1");
            assertThat(run(api, "promote", "wires", "--from", "staging", "--to", "production")
                            .out())
                    .contains("as before");
            assertThat(run(api, "promote", "wires", "--from", "staging", "--to", "production", "--at", "1", "--shadow")
                            .out())
                    .contains("version 2, as a candidate");
            assertThat(run(api, "rollback", "wires", "--to", "1", "--env", "production")
                            .out())
                    .contains("version 3, which is version 1");
            assertThat(run(api, "promote", "--from", "nowhere", "--to", "production")
                            .exitCode())
                    .isEqualTo(1);
        }
    }

    private CommandRun run(LocalApi api, String... args) {
        List<String> all = new ArrayList<>(List.of("policy"));
        all.addAll(List.of(args));
        all.addAll(List.of("--api", api.url(), "--data", folder.toString()));
        return CommandRun.of(all.toArray(String[]::new));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
