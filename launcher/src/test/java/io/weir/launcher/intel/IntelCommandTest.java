package io.weir.launcher.intel;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.launcher.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntelCommandTest {

    @TempDir
    private Path folder;

    @Test
    void takesAFeedOverAndListsIt() throws IOException {
        Path feed = folder.resolve("urls.csv");
        Files.writeString(feed, "id,url\n1,http://a.example/x\n2,http://b.example\n3,???\n");

        CommandRun imported =
                CommandRun.of("intel", "import", feed.toString(), "--feed", "urlhaus", "--data", folder.toString());
        CommandRun listed = CommandRun.of("intel", "list", "--data", folder.toString());

        assertThat(imported.exitCode()).as(imported.err()).isZero();
        assertThat(imported.out()).contains("2 entries", "1 lines passed over");
        assertThat(listed.out()).containsPattern("urlhaus +2 ");
        assertThat(folder.resolve("intel/urlhaus.txt")).hasContent("http://a.example/x\nb.example");
    }

    @Test
    void refusesAFileWithoutEntries() throws IOException {
        Path feed = folder.resolve("feed.txt");
        Files.writeString(feed, "# nothing\n");

        CommandRun run = CommandRun.of("intel", "import", feed.toString(), "--feed", "ours", "--data", "x");

        assertThat(run.exitCode()).isEqualTo(2);
    }
}
