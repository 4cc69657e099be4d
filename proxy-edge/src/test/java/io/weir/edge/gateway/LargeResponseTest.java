package io.weir.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeResponseTest {

    private static final long GIGABYTE = 1L << 30;

    @TempDir
    private Path folder;

    @Test
    void streamsAGigabyteThroughAHeapOf40Megabytes() throws Exception {
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx40m",
                        "-XX:MaxDirectMemorySize=40m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeResponseMain.class.getName(),
                        String.valueOf(GIGABYTE))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        String said = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(said).contains("arrived=" + GIGABYTE).doesNotContain("OutOfMemoryError");
        assertThat(said).containsPattern("reported=[1-9]\\d");
    }
}
