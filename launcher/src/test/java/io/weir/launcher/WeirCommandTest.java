package io.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class WeirCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine commandLine = WeirCommand.commandLine(new StopRequest())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        return commandLine.execute(args);
    }

    @Test
    void saysWhichBuildItIs() {
        assertThat(run("--version")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).startsWith("weir ").contains("Java ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "up --help", "ingest --help", "replay --help", "audit --help"})
    void helpsOnStandardOutput(String line) {
        assertThat(run(line.split(" ", -1))).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("Usage: weir");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nosuch", "up --nosuch", "up --api-port many"})
    void returnsTwoForWrongUsageAndSaysSoOnStandardError(String line) {
        String[] args = line.isEmpty() ? new String[0] : line.split(" ", -1);

        assertThat(run(args)).isEqualTo(ExitCode.USAGE);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isNotBlank();
    }

    @Test
    void reportsAllFaultsOfAConfigurationFileAtOnce(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("weir.yaml"), "gateway:\n  mod: enforce\n  port: many\n");

        assertThat(run("up", "--config", file.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("gateway.mode", "gateway.port");
    }

    @Test
    void returnsFourWhereTheBrokerCannotRun(@TempDir Path folder) throws Exception {
        Path noFolder = Files.writeString(folder.resolve("file"), "");
        Path key = Files.createDirectory(folder.resolve("data"));
        Files.writeString(key.resolve("log"), "a file where the broker wants a folder");

        assertThat(run("up", "--data", noFolder.toString())).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run("up", "--data", key.toString())).isEqualTo(ExitCode.UNREACHABLE);
    }

    @Test
    void returnsFourWhereAPortIsTakenAndNamesIt(@TempDir Path folder) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());

            assertThat(run("up", "--data", folder.toString(), "--api-port", port))
                    .isEqualTo(ExitCode.UNREACHABLE);
            assertThat(err.toString()).contains(port).doesNotContain("report this");
        }
    }
}
