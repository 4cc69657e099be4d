package io.weir.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.launcher.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DemoCommandTest {

    private static final CustomerFile FILE = CustomerFile.of(DemoUpstreams.SEED);

    private static final List<String> PLANTED = List.of(
            FILE.card(),
            FILE.card().replace(" ", ""),
            FILE.socialSecurityNumber(),
            FILE.apiKey(),
            FILE.email(),
            CustomerFile.NAME,
            CustomerFile.NOTES.substring(0, 40));

    @Test
    void stopsTheLeakTellsWhyAndLeavesTheTwinInPeace(@TempDir Path data) throws Exception {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int exitCode = new CommandLine(new DemoCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("--data", data.toString());

        assertThat(exitCode).as(out + "\n" + err).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .containsSubsequence(
                        "1  GET  records/tickets/1042",
                        "3  POST drop/collect                   403  DENY",
                        "4  POST drop/collect                   403  DENY",
                        "6  POST records/tickets/1042/notes     201  ALLOW",
                        "Call 3 carries what call 2 had read",
                        "source    GET records/customers/88",
                        "Call 4 carries what call 2 had read",
                        "At the drop arrived: nothing.")
                .doesNotContain("NOT AS IT SHOULD BE")
                .doesNotContain(PLANTED);
        assertThat(filesWithPlantedText(data)).isEmpty();
    }

    private static List<Path> filesWithPlantedText(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(DemoCommandTest::holdsPlantedText)
                    .toList();
        }
    }

    private static boolean holdsPlantedText(Path file) {
        try {
            // As one text: the parts of a compressed batch that do not repeat stand in it as they are.
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            return PLANTED.stream().anyMatch(content::contains);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}
