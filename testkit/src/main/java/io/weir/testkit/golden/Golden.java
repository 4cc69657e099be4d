package io.weir.testkit.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * A text that people read, kept as a file of the module's {@code src/test/resources}. {@code -Dweir.golden=update}
 * writes the file instead of comparing; the change is then reviewed as any other.
 */
public final class Golden {

    private static final Path RESOURCES = Path.of("src", "test", "resources");

    private Golden() {}

    /**
     * Checks that the text equals the golden file, character by character.
     *
     * @param name path below {@code src/test/resources}, for example {@code golden/topology.txt}
     * @throws AssertionFailedError that shows the first different line
     */
    public static void assertMatches(String name, String actual) {
        assertMatches(RESOURCES.resolve(name), actual);
    }

    /** As {@link #assertMatches(String, String)}, with a file anywhere in the repository. */
    public static void assertMatches(Path file, String actual) {
        assertMatches(file, actual, "update".equals(System.getProperty("weir.golden")));
    }

    static void assertMatches(Path file, String actual, boolean update) {
        try {
            if (update) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, actual);
                return;
            }
            compare(file, Files.exists(file) ? Files.readString(file) : null, actual);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or write the golden file " + file, e);
        }
    }

    private static void compare(Path file, @Nullable String expected, String actual) {
        if (actual.equals(expected)) {
            return;
        }
        String difference = expected == null ? "the file does not exist" : firstDifference(expected, actual);
        throw new AssertionFailedError(
                file + ": " + difference + "\nIf the new text is right, run again with -Dweir.golden=update",
                expected,
                actual);
    }

    private static String firstDifference(String expected, String actual) {
        List<String> expectedLines = List.of(expected.split("\n", -1));
        List<String> actualLines = List.of(actual.split("\n", -1));
        int line = 0;
        while (lineOf(expectedLines, line).equals(lineOf(actualLines, line))) {
            line++;
        }
        return "line " + (line + 1) + " differs\n  expected: " + lineOf(expectedLines, line) + "\n  actual:   "
                + lineOf(actualLines, line);
    }

    private static String lineOf(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line) : "<end of text>";
    }
}
