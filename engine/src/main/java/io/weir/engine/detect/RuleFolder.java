package io.weir.engine.detect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The rule files of a directory. */
public final class RuleFolder {

    private static final int FILES_MAX = 1_000;
    private static final List<String> SUFFIXES = List.of(".yaml", ".yml", ".toml");

    private RuleFolder() {}

    /**
     * The rule files of a directory, by name; or the one file that is given.
     *
     * @throws IOException if it cannot be read, or holds more than 1,000 rule files
     */
    public static List<Path> files(Path fileOrDirectory) throws IOException {
        if (Files.isRegularFile(fileOrDirectory)) {
            return List.of(fileOrDirectory);
        }
        if (!Files.isDirectory(fileOrDirectory)) {
            throw new NotDirectoryException(fileOrDirectory.toString());
        }
        try (Stream<Path> entries = Files.list(fileOrDirectory)) {
            List<Path> files = entries.filter(RuleFolder::isRuleFile).sorted().toList();
            if (files.size() > FILES_MAX) {
                throw new IOException(fileOrDirectory + " holds more than " + FILES_MAX + " rule files");
            }
            return files;
        }
    }

    private static boolean isRuleFile(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && SUFFIXES.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
    }
}
