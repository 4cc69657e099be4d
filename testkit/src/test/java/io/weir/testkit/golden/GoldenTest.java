package io.weir.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {

    @TempDir
    private Path folder;

    @Test
    void acceptsTheSameText() throws IOException {
        Path file = Files.writeString(folder.resolve("same.txt"), "one\ntwo\n");
        assertThatCode(() -> Golden.assertMatches(file, "one\ntwo\n", false)).doesNotThrowAnyException();
    }

    @Test
    void showsTheFirstDifferentLine() throws IOException {
        Path file = Files.writeString(folder.resolve("other.txt"), "one\ntwo\nthree\n");
        assertThatThrownBy(() -> Golden.assertMatches(file, "one\n2\nthree\n", false))
                .hasMessageContaining("line 2 differs\n  expected: two\n  actual:   2")
                .hasMessageContaining("-Dweir.golden=update");
    }

    @Test
    void showsATextThatEndsEarly() throws IOException {
        Path file = Files.writeString(folder.resolve("long.txt"), "one\ntwo");
        assertThatThrownBy(() -> Golden.assertMatches(file, "one", false))
                .hasMessageContaining("actual:   <end of text>");
    }

    @Test
    void saysThatTheFileIsMissing() {
        assertThatThrownBy(() -> Golden.assertMatches(folder.resolve("absent.txt"), "one", false))
                .hasMessageContaining("does not exist");
    }

    @Test
    void writesTheFileOnUpdate() {
        Path file = folder.resolve("new").resolve("file.txt");
        Golden.assertMatches(file, "text", true);
        assertThat(file).hasContent("text");
    }
}
