package io.weir.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentsTest {

    private static final int README_LINES_MAX = 120;

    static List<MarkdownFile> documents() throws IOException {
        return MarkdownFile.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadToFilesThatExist(MarkdownFile document) {
        assertThat(document.linkedFiles()).allSatisfy(file -> assertThat(file).exists());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void punctuationIsAscii(MarkdownFile document) {
        assertThat(document.text().lines().filter(line -> !line.chars().allMatch(unit -> unit < 128)))
                .isEmpty();
    }

    @Test
    void theReadmeIsShortAndBeginsWithTheTwoCommands() throws IOException {
        MarkdownFile readme = MarkdownFile.read("README.md");
        assertThat(readme.text().lines().count()).isLessThanOrEqualTo(README_LINES_MAX);
        assertThat(readme.commands()).startsWith("./weir demo").contains("mvn verify");
    }

    @Test
    void theReadmeNamesEveryModule() throws IOException {
        String readme = MarkdownFile.read("README.md").text();
        try (Stream<Path> folders = Files.list(MarkdownFile.repository())) {
            List<String> modules = folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .toList();
            assertThat(modules)
                    .isNotEmpty()
                    .allSatisfy(module -> assertThat(readme).contains("`" + module + "`"));
        }
    }

    @Test
    void decisionsAreNumberedWithoutGaps() throws IOException {
        try (Stream<Path> files = Files.list(MarkdownFile.repository().resolve("docs/decisions"))) {
            List<Integer> numbers = files.map(file ->
                            Integer.parseInt(file.getFileName().toString().substring(0, 4)))
                    .sorted()
                    .toList();
            assertThat(numbers)
                    .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        }
    }
}
