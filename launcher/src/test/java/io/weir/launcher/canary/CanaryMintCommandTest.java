package io.weir.launcher.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.canary.CanaryKey;
import io.weir.engine.canary.CanarySearch;
import io.weir.engine.detect.Detection;
import io.weir.engine.detect.Detections;
import io.weir.engine.payload.PayloadReader;
import io.weir.launcher.CommandRun;
import io.weir.launcher.config.FingerprintConfig;
import io.weir.launcher.config.MasterKey;
import io.weir.platform.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryMintCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"aws-key", "api-key", "password", "email", "card", "text"})
    void printsACanaryThatEveryNodeWithTheKeyKnowsAndKeepsItsHashOnly(String kind) throws IOException {
        CommandRun run = CommandRun.of(
                "canary",
                "mint",
                "--kind",
                kind,
                "--label",
                "a shelf",
                "--tenant",
                "acme",
                "--data",
                folder.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        String canary = run.out().strip();
        CanaryKey key = CanaryKey.derive(MasterKey.of(new FingerprintConfig(Secret.NONE), folder), "acme");
        CanarySearch search = new CanarySearch(payload -> new Detections(List.of(), List.of()), key);
        assertThat(search.detect(PayloadReader.standard().readText("/body", "see " + canary)))
                .extracting(Detection::rule)
                .containsExactly(CanarySearch.RULE);
        assertThat(Files.readString(folder.resolve("canaries.jsonl")))
                .contains("\"tenant\":\"acme\"", "\"kind\":\"" + kind + "\"", "\"label\":\"a shelf\"", "\"hash\":\"")
                .doesNotContain(canary)
                .endsWith("}\n");
    }

    @Test
    void refusesAKindThatItDoesNotKnow() {
        CommandRun run = CommandRun.of("canary", "mint", "--kind", "parrot", "--data", folder.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("parrot", "aws-key, api-key, password, email, card, text");
    }
}
