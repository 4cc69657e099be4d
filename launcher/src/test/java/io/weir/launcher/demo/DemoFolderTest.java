package io.weir.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {

    @TempDir
    private Path parent;

    private Path run(String name, int age) throws Exception {
        Path folder = parent.resolve(name);
        Files.createDirectories(folder.resolve("log"));
        Files.writeString(folder.resolve("fingerprint.key"), "k");
        Files.writeString(folder.resolve("log").resolve("0.log"), "records");
        Files.setLastModifiedTime(folder, FileTime.fromMillis(1_000_000L - age));
        return folder;
    }

    @Test
    void keepsTheLastRunAndRemovesOlderOnes() throws Exception {
        Path oldest = run("run-1", 30);
        Path older = run("run-2", 20);
        Path last = run("run-3", 10);

        Path made = DemoFolder.create(parent);

        assertThat(made).isEmptyDirectory().hasParent(parent);
        assertThat(last).isDirectory();
        assertThat(older).doesNotExist();
        assertThat(oldest).doesNotExist();
    }

    @Test
    void leavesAloneWhatTheDemoHasNotMadeOrABrokerUses() throws Exception {
        Path running = run("run-1", 30);
        Files.writeString(running.resolve("broker.address"), "127.0.0.1:1");
        Path foreign = Files.createDirectory(parent.resolve("run-of-somebody-else"));
        Path other = run("data", 40);
        run("run-2", 20);

        DemoFolder.create(parent);

        assertThat(running).isDirectory();
        assertThat(foreign).isDirectory();
        assertThat(other).isDirectory();
    }
}
