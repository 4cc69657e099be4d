package io.weir.edge.mcp.pin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProgramTest {

    @TempDir
    private Path folder;

    @Test
    void changesWithTheExecutableAndWithTheScriptThatItRuns() throws IOException {
        Path executable = file("runner", "one");
        assertThat(executable.toFile().setExecutable(true)).isTrue();
        Path script = file("server.js", "listen()");
        List<String> command = List.of("runner", script.toString(), "--verbose");
        String before = digest(command);

        assertThat(digest(command)).isEqualTo(before);
        file("server.js", "listen() // and more");
        String otherScript = digest(command);
        file("runner", "two");

        assertThat(otherScript).isNotEqualTo(before);
        assertThat(digest(command)).isNotIn(before, otherScript);
    }

    @Test
    void doesNotDependOnArgumentsThatAreNoFiles() throws IOException {
        Path script = file("server.js", "listen()");

        assertThat(digest(List.of("runner", script.toString(), "a\0b")))
                .isEqualTo(digest(List.of("runner", script.toString(), "--verbose")));
    }

    private String digest(List<String> command) throws IOException {
        return ServerProgram.digest(command, List.of(folder.resolve("none"), folder));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
