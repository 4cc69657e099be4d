package io.weir.launcher.eval.techniques;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.ExitCode;
import io.weir.platform.json.Json;
import io.weir.testkit.technique.Techniques;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class EvalTechniquesCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void playsEveryTechniqueAndItsTwinOncePerSeed() throws IOException {
        assertThat(run("--seeds", "2", "--json")).isEqualTo(ExitCode.OK);

        JsonNode rows = Json.mapper().readTree(out.toString()).at("/techniques");
        assertThat(rows).hasSameSizeAs(Techniques.all());
        for (JsonNode row : rows) {
            assertThat(row.at("/attacks/n").asInt()).isEqualTo(2);
            assertThat(row.at("/twins/n").asInt()).isEqualTo(2);
        }
        assertThat(rows.get(0).at("/attacks/alert").asInt()).isEqualTo(2);
    }

    @Test
    void theSameSeedGivesTheSameMatrix() {
        run("--seed", "7", "--seeds", "1", "--json");
        String first = out.toString();
        out.getBuffer().setLength(0);
        run("--seed", "7", "--seeds", "1", "--json");

        assertThat(out.toString()).isEqualTo(first);
    }

    @Test
    void judgesWithoutTheRequestWhereItIsToldTo() throws IOException {
        assertThat(run("--seeds", "1", "--context", "none", "--json")).isEqualTo(ExitCode.OK);

        assertThat(Json.mapper().readTree(out.toString()).at("/with_request").asBoolean())
                .isFalse();
    }

    @Test
    void refusesToPlayNothing() {
        assertThat(run("--seeds", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--seeds must be from 1 to 100000, not 0");
    }

    private int run(String... arguments) {
        return new CommandLine(new EvalTechniquesCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
