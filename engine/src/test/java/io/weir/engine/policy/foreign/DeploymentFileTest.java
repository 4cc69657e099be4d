package io.weir.engine.policy.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.policy.PolicyDesk;
import io.weir.engine.policy.PolicyFile;
import io.weir.engine.policy.file.PolicyFiles;
import io.weir.engine.policy.text.PolicyProblem;
import io.weir.schemas.word.Decision;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentFileTest {

    private static final Map<String, String> FILES = Map.of(
            "policies/files.yaml",
            "name: files\ndescription: d\nexpected_workflow: w\nallowed_tools: [read_*, done]\n"
                    + "allowed_transitions: {read_file: [read_file]}\n",
            "default.yaml",
            "name: default\ndescription: d\nexpected_workflow: w\nforbidden_tools: [read_*]\n");

    private static final String DEPLOYMENT = """
            model: m
            default_policy: default.yaml
            servers:
              - {name: files, url: "https://files.test/mcp", policy: policies/files.yaml}
              - {name: other, url: "https://other.test/mcp"}
            """;

    @ParameterizedTest
    @CsvSource({
        "files, read_file,  ALLOW",
        "files, write_file, DENY",
        "other, read_file,  DENY",
        "other, write_file, ALLOW",
        "'',    read_file,  DENY"
    })
    void thePolicyOfAServerTakesThePlaceOfTheDefaultOne(String server, String tool, Decision decision) {
        PolicyDesk desk = desk(ForeignMode.COMPAT).withHeaders(Map.of("X-Weir-Server", server));

        assertThat(desk.calls(tool, Map.of()).event().outcome().decision()).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({"COMPAT, DENY", "STRICT, ALLOW"})
    void transitionsSpanServersInStrictModeOnly(ForeignMode mode, Decision decision) {
        PolicyDesk desk = desk(mode);
        Map<String, String> files = Map.of("X-Weir-Server", "files");
        desk.withHeaders(files).calls("read_file", Map.of());

        // Between two calls of one server another server is called: the graph of the server alone does not see that.
        desk.withHeaders(Map.of("X-Weir-Server", "other")).calls("note", Map.of());

        assertThat(desk.withHeaders(files)
                        .calls("done", Map.of())
                        .event()
                        .outcome()
                        .decision())
                .isEqualTo(decision);
    }

    @Test
    void findsTheServerByItsUrlWhereNobodyNamesIt() {
        assertThat(desk(ForeignMode.COMPAT)
                        .sends("POST", "https://files.test/mcp", Map.of())
                        .event()
                        .outcome()
                        .policies())
                .isNotNull();
    }

    @Test
    void expandsVariablesInHeadersOnlyAndEverywhereInStrictMode() {
        String text = """
                guardian_api_key: ${KEY}
                servers:
                  - {name: a, url: "https://a.test", headers: {Authorization: "Bearer ${TOKEN}"}}
                """;

        assertThat(lines(read(text, ForeignMode.COMPAT, Map.of())))
                .anyMatch(line -> line.contains("expanded in header values only"))
                .anyMatch(line -> line.contains("TOKEN is not set and stays as it is written"));
        assertThatThrownBy(() -> read(text, ForeignMode.STRICT, Map.of("KEY", "k")))
                .hasMessageContaining("the variable TOKEN is not set");
        assertThat(lines(read(text, ForeignMode.STRICT, Map.of("KEY", "k", "TOKEN", "t"))))
                .isEmpty();
    }

    @Test
    void unknownMembersAndTransportsAreWarnedOfAndRefusedInStrictMode() {
        String text = "modle: m\nservers: [{name: a, url: 'https://a.test', transport: htpp}]\n";

        assertThat(lines(read(text, ForeignMode.COMPAT, Map.of())))
                .anyMatch(line -> line.contains("'modle' is not known and passed over"))
                .anyMatch(line -> line.contains("transport 'htpp' is not known and taken for sse"));
        assertThatThrownBy(() -> read(text, ForeignMode.STRICT, Map.of()))
                .hasMessageContaining("there is no member of a deployment file 'modle'; did you mean 'model'?")
                .hasMessageContaining("there is no transport 'htpp'");
    }

    @Test
    void aPolicyFileThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> read("default_policy: none.yaml\n", ForeignMode.COMPAT, Map.of()))
                .hasMessageContaining("there is no policy file 'none.yaml' beside this file");
    }

    private static PolicyDesk desk(ForeignMode mode) {
        return PolicyDesk.with(read(DEPLOYMENT, mode, Map.of()).policies());
    }

    private static PolicyFile read(String text, ForeignMode mode, Map<String, String> environment) {
        return new PolicyFiles(mode, FILES::get, environment)
                .read("guardian.yaml", text)
                .file();
    }

    private static List<String> lines(PolicyFile file) {
        return file.warnings().stream().map(PolicyProblem::line).toList();
    }
}
