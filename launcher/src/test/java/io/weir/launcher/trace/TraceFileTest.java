package io.weir.launcher.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceFileTest {

    private static final Path SAMPLE = Path.of("src", "test", "resources", "traces", "two-sessions.jsonl");
    private static final String LINE = "{\"trace_id\":\"r\",\"tenant\":\"t\",\"session_id\":\"s\",\"agent_id\":\"a\","
            + "\"seq\":0,\"kind\":\"tool_call\",\"call_id\":\"c1\",\"tool\":\"x\",\"args\":{}}";

    @TempDir
    private Path folder;

    private static List<TraceEvent> read(Path file) throws IOException {
        List<TraceEvent> events = new ArrayList<>();
        TraceFile.read(file, events::add);
        return events;
    }

    @Test
    void readsEventsInTheOrderOfTheFileAndPassesOverBlankLinesAndUnknownMembers() throws IOException {
        List<TraceEvent> events = read(SAMPLE);

        assertThat(events).extracting(TraceEvent::sessionId).containsExactly("s-1", "s-1", "s-2", "s-1", "s-2", "s-1");
        assertThat(events.get(0).isCall()).isTrue();
        assertThat(events.get(0).args()).containsEntry("depth", new BigDecimal("1.50"));
        assertThat(events.get(1).isCall()).isFalse();
        assertThat(TraceCalls.responseBody(events.get(4))).isEqualTo("the folder is closed");
    }

    @Test
    void readsGzipByItsFirstBytesWhateverTheName() throws IOException {
        Path packed = folder.resolve("events");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(SAMPLE, out);
        }

        assertThat(read(packed)).isEqualTo(read(SAMPLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON",
                "{\"trace_id\":\"r\"",
                "null",
                "[]",
                "{\"trace_id\":\"r\"}",
                "{\"trace_id\":null,\"tenant\":\"t\",\"session_id\":\"s\",\"agent_id\":\"a\",\"seq\":0,"
                        + "\"kind\":\"tool_call\",\"call_id\":\"c\",\"tool\":\"x\"}",
                "{\"trace_id\":\"r\",\"tenant\":\"t\",\"session_id\":\"s\",\"agent_id\":\"a\",\"seq\":0,"
                        + "\"kind\":\"tool_dance\",\"call_id\":\"c\",\"tool\":\"x\"}"
            })
    void namesFileAndLineOfWhatIsNoEvent(String line) throws IOException {
        Path file = Files.writeString(folder.resolve("events.jsonl"), LINE + "\n\n" + line + "\n");
        List<TraceEvent> before = new ArrayList<>();

        assertThatThrownBy(() -> TraceFile.read(file, before::add))
                .isInstanceOf(TraceUnreadable.class)
                .hasMessageStartingWith(file + ", line 3: ")
                .hasMessageNotContaining("dance");
        assertThat(before).hasSize(1);
    }

    @Test
    void refusesALineThatIsTooLong() throws IOException {
        Path file = folder.resolve("long.jsonl");
        Files.write(file, new byte[LineFile.LINE_BYTES_MAX + 1]);

        assertThatThrownBy(() -> read(file)).hasMessage(file + ", line 1: longer than 4194304 bytes");
    }

    @Test
    void saysThatAFileIsMissingOrBreaksOff() throws IOException {
        Path absent = folder.resolve("absent.jsonl");
        Path cut = folder.resolve("cut.gz");
        Files.write(cut, Arrays.copyOf(packed(LINE), 30));

        assertThatThrownBy(() -> read(absent)).hasMessage(absent + ": there is no such file");
        assertThatThrownBy(() -> read(cut)).isInstanceOf(TraceUnreadable.class).hasMessageContaining("cannot be read");
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
