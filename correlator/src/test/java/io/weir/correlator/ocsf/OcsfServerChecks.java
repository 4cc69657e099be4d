package io.weir.correlator.ocsf;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.platform.json.Json;
import io.weir.testkit.shared.SharedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** The checks of an OCSF server that JSON Schema cannot make: captions, deprecations, patterns, observables. */
final class OcsfServerChecks {

    private OcsfServerChecks() {}

    /** Checks all events in one run of Python; skips the test where Python or the folder is absent. */
    static void assertClean(List<Map<String, Object>> events, Path workFolder) throws Exception {
        Path script = SharedFolder.require("ocsf/validate_ocsf.py");
        requirePython();
        Path lines = Files.writeString(
                workFolder.resolve("events.ndjson"),
                events.stream().map(Json::text).collect(Collectors.joining("\n")));
        Process process = new ProcessBuilder(
                        "python3",
                        script.toString(),
                        "--data",
                        SharedFolder.require("ocsf/1.8.0").toString(),
                        "--strict-text",
                        "--quiet",
                        lines.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.strip()).isEqualTo(events.size() + " event(s), 0 with errors");
    }

    private static void requirePython() throws InterruptedException {
        try {
            assertThat(new ProcessBuilder("python3", "--version").start().waitFor())
                    .isZero();
        } catch (IOException e) {
            System.out.println("SKIPPED: needs python3 on the path");
            Assumptions.abort("needs python3 on the path");
        }
    }
}
