package io.weir.launcher.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.engine.detect.RuleCatalog;
import io.weir.launcher.CommandRun;
import io.weir.launcher.ExitCode;
import io.weir.platform.json.Json;
import io.weir.testkit.golden.Golden;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RulesCommandTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "rules");
    private static final String GOOD = FOLDER.resolve("good.yaml").toString();
    private static final String BAD = FOLDER.resolve("bad.yaml").toString();

    @Test
    void tellsAllProblemsAtOnceByFileRuleAndExample() {
        CommandRun run = CommandRun.of("rules", "check", FOLDER.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
        Golden.assertMatches("golden/rules/check.txt", run.out());
    }

    @Test
    void isContentWithRulesThatDoWhatTheirExamplesSay() {
        CommandRun run = CommandRun.of("rules", "check", GOOD);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).isEqualToIgnoringNewLines("ok: 2 rules");
    }

    @Test
    void saysWhichFileIsMissing() {
        CommandRun run = CommandRun.of("rules", "check", "no-such.yaml");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("no-such.yaml").contains("no such file");
    }

    @Test
    void listsRulesForPeople() {
        Golden.assertMatches(
                "golden/rules/list.txt", CommandRun.of("rules", "list", GOOD).out());
    }

    @Test
    void listsAllShippedRulesForPrograms() throws IOException {
        JsonNode listed =
                Json.mapper().readTree(CommandRun.of("rules", "list", "--json").out());

        assertThat(listed.get("rules").findValuesAsText("id"))
                .isEqualTo(RuleCatalog.standard().ruleIds());
    }

    @Test
    void showsWhereRulesFindSomethingAndNotWhat() {
        CommandRun run =
                CommandRun.of("rules", "test", GOOD, "--text", "open dgt_k3v9q2x7m5t8w1z4r6p0, locker number: 482913");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        Golden.assertMatches("golden/rules/test.txt", run.out());
        assertThat(run.out()).doesNotContain("k3v9", "482913");
    }

    @Test
    void refusesToTryRulesThatCannotBeUsed() {
        CommandRun run = CommandRun.of("rules", "test", BAD, "--text", "anything");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("bad.yaml").contains("broken-examples");
    }
}
