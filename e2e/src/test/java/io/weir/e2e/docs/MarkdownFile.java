package io.weir.e2e.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A document of the repository. */
record MarkdownFile(Path path, String text) {

    private static final Pattern RELATIVE_LINK = Pattern.compile("\\]\\((?!https?://|#)([^)#\\s]+)");
    private static final Pattern SHELL_BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    static Path repository() {
        return Path.of(System.getProperty("weir.root"));
    }

    static MarkdownFile read(String name) throws IOException {
        Path path = repository().resolve(name);
        return new MarkdownFile(path, Files.readString(path));
    }

    /** README, CONTRIBUTING and everything under docs. */
    static List<MarkdownFile> all() throws IOException {
        List<MarkdownFile> files = new ArrayList<>(List.of(read("README.md"), read("CONTRIBUTING.md")));
        try (Stream<Path> docs = Files.walk(repository().resolve("docs"))) {
            for (Path path : docs.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                files.add(new MarkdownFile(path, Files.readString(path)));
            }
        }
        return files;
    }

    /** The files that it links to, inside the repository. */
    List<Path> linkedFiles() {
        List<Path> files = new ArrayList<>();
        Matcher link = RELATIVE_LINK.matcher(text);
        while (link.find()) {
            files.add(path.resolveSibling(link.group(1)).normalize());
        }
        return files;
    }

    /** The commands in its shell blocks, in order, without comments. */
    List<String> commands() {
        List<String> commands = new ArrayList<>();
        Matcher block = SHELL_BLOCK.matcher(text);
        while (block.find()) {
            block.group(1)
                    .lines()
                    .map(line -> line.replaceFirst("\\s+#.*", "").strip())
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(commands::add);
        }
        return commands;
    }

    @Override
    public String toString() {
        return repository().relativize(path).toString();
    }
}
