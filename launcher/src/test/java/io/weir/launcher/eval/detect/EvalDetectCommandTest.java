package io.weir.launcher.eval.detect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.CommandRun;
import io.weir.launcher.ExitCode;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvalDetectCommandTest {

    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final String SAMPLES =
            RESOURCES.resolve("eval").resolve("detect").resolve("samples.jsonl").toString();

    @TempDir
    private Path rules;

    @BeforeEach
    void takeRules() throws IOException {
        Files.copy(RESOURCES.resolve("rules").resolve("good.yaml"), rules.resolve("depot.yaml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "json", "nested", "base64"})
    void countsTheSameInEveryWrapping(String wrapping) throws IOException {
        JsonNode source = report(wrapping).at("/sources/gitleaks");

        // s1 and s10 are found exactly; of s6 only one label of two; s4 only as a secret of another issuer.
        assertThat(source.get("positives").asInt()).isEqualTo(4);
        assertThat(source.get("recalled").asInt()).isEqualTo(2);
        assertThat(source.get("exact").asInt()).isEqualTo(2);
        assertThat(source.get("recalled_by_other").asInt()).isEqualTo(1);
        // s3 is of the family, s5 of another issuer, and the value in s9 is what s10 is labelled with.
        assertThat(source.get("negatives").asInt()).isEqualTo(4);
        assertThat(source.get("false").asInt()).isEqualTo(1);
        assertThat(source.get("of_another_rule").asInt()).isEqualTo(1);
    }

    @Test
    void countsPositivesThatTheSourceItselfHardlyExpectsApart() throws IOException {
        JsonNode source = report("none").at("/sources/presidio");

        assertThat(source.get("positives").asInt()).isZero();
        assertThat(source.get("weak_positives").asInt()).isEqualTo(1);
    }

    @Test
    void reportsEntitiesWithoutAFormApart() throws IOException {
        JsonNode report = report("none");

        assertThat(report.at("/sources/all-labelled/positives").asInt()).isZero();
        assertThat(report.at("/entities/all-labelled/free_text/PERSON/labels").asInt())
                .isEqualTo(1);
    }

    @Test
    void tellsFailuresWithoutTheirTextUnlessAskedForIt() {
        CommandRun hidden = run("--failures");
        CommandRun shown = run("--failures", "--show-text");

        assertThat(hidden.out())
                .contains("by_other  s4  gitleaks  otherhouse-token  wanted otherhouse-token@5-29  "
                        + "found depot-gate-token@5-29")
                .contains("false  s3")
                .contains("missed  s6")
                .doesNotContain("k3v9q2x7");
        assertThat(shown.out()).contains("k3v9q2x7");
    }

    @Test
    void saysWhichLineIsNoSample(@TempDir Path folder) throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jsonl"), "{\"id\":\"x\"}\n");

        CommandRun run = CommandRun.of("eval", "detect", broken.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("broken.jsonl, line 1");
    }

    private JsonNode report(String wrapping) throws IOException {
        CommandRun run = run("--json", "--wrap", wrapping);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        return Json.mapper().readTree(run.out());
    }

    private CommandRun run(String... options) {
        String[] args = new String[options.length + 5];
        args[0] = "eval";
        args[1] = "detect";
        args[2] = SAMPLES;
        args[3] = "--rules";
        args[4] = rules.toString();
        System.arraycopy(options, 0, args, 5, options.length);
        return CommandRun.of(args);
    }
}
