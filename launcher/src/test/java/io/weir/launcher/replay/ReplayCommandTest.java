package io.weir.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.launcher.CommandRun;
import io.weir.launcher.ExitCode;
import io.weir.launcher.ingest.LocalApi;
import io.weir.platform.json.Json;
import io.weir.schemas.event.SessionEvent;
import io.weir.testkit.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

    private static final Path SAMPLE = Path.of("src", "test", "resources", "traces", "two-sessions.jsonl");

    @TempDir
    private Path folder;

    @Test
    void decidesWhatTheScanApiDecidedAsItDidThen() throws Exception {
        // Given
        long seed = new SplittableRandom().nextLong();
        Path runs = write("runs.jsonl", RandomRun.lines(seed, 20, 15));
        Path recorded = record(runs, 600);

        // When
        CommandRun replay = CommandRun.of("replay", "--file", recorded.toString(), "--fail-on", "changed,unreadable");
        CommandRun again = CommandRun.of("replay", "--file", recorded.toString(), "--fail-on", "changed,unreadable");

        // Then
        assertThat(replay.exitCode()).as("seed %d: %s", seed, replay.out()).isEqualTo(ExitCode.OK);
        assertThat(replay.out())
                .contains("20 sessions, 300 calls, 300 responses, 0 unreadable", "300 identical, 0 changed");
        assertThat(again).isEqualTo(replay);
        assertThat(Files.readString(recorded)).as("seed %d", seed).contains("\"tier\":\"");
    }

    @Test
    void decidesThePastByOtherPoliciesAndSaysWhatRecordsDoNotTell() throws Exception {
        // Given
        Path recorded = record(SAMPLE, 6);
        Path policies = Files.createDirectories(folder.resolve("policies"));
        Files.writeString(policies.resolve("candidate.yaml"), """
            name: candidate
            rules:
              - rule_id: carried
                priority: 1
                match: {verbs: [WRITE]}
                condition: {linked_read: {tier_min: TRACE}}
                action: DENY
              - rule_id: second
                priority: 2
                match: {}
                condition: {count: {of: calls, gt: 0, window_minutes: 60}}
                action: REQUIRE_APPROVAL
              - rule_id: phrase
                priority: 3
                match: {}
                condition: {body_contains_any: [anything]}
                action: DENY
            """);
        String[] command = {
            "replay", "--file", recorded.toString(), "--policies", policies.toString(), "--fail-on", "new_deny"
        };

        // When
        CommandRun run = CommandRun.of(command);
        CommandRun again = CommandRun.of(command);
        Files.writeString(
                policies.resolve("candidate.yaml"),
                "name: candidate\nrules: [{rule_id: other, priority: 1, match: {tool_name: other}, action: DENY}]\n");
        CommandRun without = CommandRun.of(command);
        Files.writeString(policies.resolve("candidate.yaml"), "name: candidate\nrules: []\n");
        CommandRun unusable = CommandRun.of(command);

        // Then
        assertThat(run.out())
                .contains(
                        "rules [] -> [candidate/",
                        "not known without content: rule phrase for 3 calls",
                        "policy apply --shadow");
        assertThat(run.out()).contains("ALLOW -> DENY  1", "2 identical, 1 changed");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(again).isEqualTo(run);
        assertThat(unusable.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(unusable.err()).contains("candidate.yaml:2:8: error: 'rules'");
        assertThat(without.exitCode()).as(without.out() + without.err()).isEqualTo(ExitCode.OK);
        assertThat(without.out()).contains("3 identical, 0 changed").doesNotContain("not known");
    }

    @Test
    void judgesTraceFilesFromRawContentTheSameEachTime() throws IOException {
        CommandRun first = CommandRun.of("replay", "--file", SAMPLE.toString(), "--json");
        CommandRun second = CommandRun.of("replay", "--file", SAMPLE.toString(), "--json");

        assertThat(first.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(second).isEqualTo(first);
        Golden.assertMatches("golden/replay-two-sessions.ndjson", first.out());
    }

    @Test
    void comparesTraceFilesWithAnEarlierOutput() throws IOException {
        String earlier =
                CommandRun.of("replay", "--file", SAMPLE.toString(), "--json").out();
        Path same = Files.writeString(folder.resolve("same.ndjson"), earlier);
        Path other = Files.writeString(
                folder.resolve("other.ndjson"),
                earlier.replaceFirst("\"decision\":\"ALLOW\"", "\"decision\":\"DENY\""));

        CommandRun identical = CommandRun.of("replay", "--file", SAMPLE.toString(), "--against", same.toString());
        CommandRun changed = CommandRun.of(
                "replay", "--file", SAMPLE.toString(), "--against", other.toString(), "--fail-on", "changed");

        assertThat(identical.out()).endsWith("3 identical, 0 changed\n");
        assertThat(changed.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(changed.out()).contains("DENY -> ALLOW  decision DENY -> ALLOW\n", "2 identical, 1 changed\n");
    }

    @Test
    void judgesTraceFilesWithTheRulesAndTenantsOfASettingsFile() throws IOException {
        // Given: a call that carries a badge, which its tenant allows later
        Path rules = Files.createDirectories(folder.resolve("rules"));
        Files.writeString(rules.resolve("own.toml"), "[[rules]]\nid = \"badge\"\nregex = 'ACME-[0-9]{6}'\n");
        Path tenants = Files.createDirectories(rules.resolve("tenants"));
        Path settings = Files.writeString(folder.resolve("weir.yaml"), "rules:\n  directory: " + rules);
        Path call = write("call.jsonl", List.of("""
            {"trace_id": "t", "tenant": "acme", "session_id": "s", "agent_id": "a", "seq": 0, "kind": "tool_call",
             "call_id": "c", "tool": "send_email", "args": {"to": "x@weir.test", "text": "ACME-123456"}}\
            """.replace("\n", " ")));
        String[] replay = {"replay", "--file", call.toString(), "--config", settings.toString()};

        // When
        CommandRun without = CommandRun.of("replay", "--file", call.toString());
        CommandRun with = CommandRun.of(replay);
        Files.writeString(tenants.resolve("acme.yaml"), """
            allow: [{id: a, reason: sample, author: jane, expires: 2026-12-31, value: ACME-123456}]
            """);
        CommandRun allowed = CommandRun.of(replay);

        // Then
        assertThat(without.out()).contains("decided now: ALLOW 1");
        assertThat(with.out()).as(with.err()).contains("decided now: SANITIZE 1");
        assertThat(allowed.out()).isEqualTo(without.out());
    }

    @Test
    void saysWhichRulesOfTheSettingsCannotBeUsed() throws IOException {
        Path settings = Files.writeString(folder.resolve("weir.yaml"), "rules:\n  optional: [dates]\n");

        CommandRun run = CommandRun.of("replay", "--file", SAMPLE.toString(), "--config", settings.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("RULES_INVALID", "no optional rule or family dates; did you mean date?");
    }

    @Test
    void printsADecisionThatWouldBeMadeDifferentlyNow() throws Exception {
        // Given
        List<String> lines = Files.readAllLines(record(SAMPLE, 6));
        Path recorded = write(
                "changed.ndjson",
                lines.stream().map(ReplayCommandTest::withRisk).toList());

        // When
        CommandRun run = CommandRun.of("replay", "--file", recorded.toString(), "--json", "--fail-on", "changed");

        // Then
        assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
        JsonNode first = Json.mapper().readTree(run.out().lines().findFirst().orElseThrow());
        assertThat(first.path("changes").path(0).asText()).startsWith("risk_score 0.987 -> ");
        assertThat(first.path("before").path("risk_score").asDouble()).isEqualTo(0.987);
        assertThat(run.out()).contains("\"identical\":0,\"changed\":3,");
    }

    @Test
    void reportsRecordsThatCannotBeReadAndGoesOn() throws Exception {
        List<String> lines = Files.readAllLines(record(SAMPLE, 6));
        Path damaged = write(
                "damaged.ndjson",
                List.of(
                        "planted text",
                        "7",
                        "{\"type\":\"nonsense\"}",
                        "{\"type\":\"tool_call_scanned\",\"time\":1,\"findings\":[],\"gaps\":[]}",
                        "{\"kind\":\"tool_call\"}",
                        lines.get(0)));

        CommandRun run = CommandRun.of("replay", "--file", damaged.toString());
        CommandRun failing = CommandRun.of("replay", "--file", damaged.toString(), "--fail-on", "unreadable");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("1 sessions, 1 calls, 0 responses, 5 unreadable", "1 identical, 0 changed");
        assertThat(run.out()).contains("unreadable  line 4  cannot be judged").doesNotContain("planted");
        assertThat(failing.exitCode()).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void saysWhatIsWrongWithItsArguments() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.ndjson"), "");

        assertThat(CommandRun.of("replay").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("replay", "--file", "absent.ndjson").err()).contains("there is no such file");
        assertThat(CommandRun.of("replay", "--file", "absent.ndjson").exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("replay", "--data", folder.toString()).err()).contains("holds no data of a broker");
        assertThat(CommandRun.of("replay", "--bootstrap", "k:1", "--topic-range", "calls:x")
                        .err())
                .contains("the topic range must look like");
        assertThat(CommandRun.of("replay", "--file", SAMPLE.toString(), "--against", empty.toString())
                        .err())
                .contains("holds no decision");
    }

    private static String withRisk(String line) {
        try {
            ObjectNode event = (ObjectNode) Json.mapper().readTree(line);
            if (event.get("outcome") instanceof ObjectNode outcome) {
                outcome.put("risk_score", 0.987);
            }
            return Json.text(event);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Posts runs to a scan API and writes what it stored as a console consumer would print it. */
    private Path record(Path runs, int events) throws IOException {
        try (LocalApi api = LocalApi.start(events)) {
            CommandRun ingest = CommandRun.of("ingest", runs.toString(), "--api", api.url());
            assertThat(ingest.exitCode()).as(ingest.out() + ingest.err()).isEqualTo(ExitCode.OK);
            List<SessionEvent> stored = api.events().events();
            assertThat(stored).hasSize(events);
            return write("recorded.ndjson", stored.stream().map(Json::text).toList());
        }
    }

    private Path write(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }
}
