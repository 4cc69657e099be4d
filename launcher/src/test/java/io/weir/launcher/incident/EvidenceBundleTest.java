package io.weir.launcher.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.CommandRun;
import io.weir.platform.json.Json;
import io.weir.schemas.api.EvidenceAnswer;
import io.weir.schemas.api.EvidenceGraph;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceBundleTest {

    private static final EvidenceAnswer EVIDENCE = new EvidenceAnswer(
            "9d2f1c3e-55a7-4c1b-8a51-0b1f2e3d4c5b",
            List.of(),
            List.of(),
            new EvidenceGraph(List.of(), List.of()),
            List.of("gone"));

    @TempDir
    private Path folder;

    @Test
    void isTheSameEachTimeAndAgreesWithItsManifest() throws IOException {
        byte[] first = EvidenceBundle.archive(files());
        byte[] second = EvidenceBundle.archive(files());
        Path file = Files.write(folder.resolve("case.zip"), first);

        CommandRun verified = CommandRun.of("incident", "verify", file.toString());

        assertThat(second).isEqualTo(first);
        assertThat(verified.exitCode()).as(verified.err()).isZero();
        assertThat(verified.out()).contains(EVIDENCE.incidentId(), "all files are as the manifest says");
    }

    @Test
    void saysWhatWasChangedTakenOutOrPutIn() throws IOException {
        Map<String, byte[]> files = files();
        files.put("report.txt", "nothing happened".getBytes(StandardCharsets.UTF_8));
        files.remove("graph.json");
        files.put("extra.txt", new byte[] {1});
        Path file = Files.write(folder.resolve("case.zip"), EvidenceBundle.archive(files));

        CommandRun verified = CommandRun.of("incident", "verify", file.toString());

        assertThat(verified.exitCode()).isEqualTo(1);
        assertThat(verified.out())
                .contains("report.txt: changed", "graph.json: missing", "extra.txt: not in the manifest");
    }

    @Test
    void refusesWhatIsNoBundle() throws IOException {
        Path file = Files.writeString(folder.resolve("case.zip"), "no archive");

        assertThatThrownBy(() -> BundleCheck.of(file)).isInstanceOf(IllegalArgumentException.class);
        assertThat(CommandRun.of("incident", "verify", file.toString()).exitCode())
                .isEqualTo(2);
    }

    private static Map<String, byte[]> files() throws IOException {
        JsonNode incident = Json.mapper().readTree("{\"incident_id\":\"" + EVIDENCE.incidentId() + "\"}");
        return EvidenceBundle.files(incident, EVIDENCE, "{}\n".getBytes(StandardCharsets.UTF_8));
    }
}
