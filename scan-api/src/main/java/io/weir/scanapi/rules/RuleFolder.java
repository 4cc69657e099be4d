package io.weir.scanapi.rules;

import io.weir.engine.rule.RuleText;
import io.weir.platform.folder.SmallFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads the rule files of a directory: {@code .yaml} and {@code .yml} for our own format, {@code .toml} for that of
 * gitleaks.
 */
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
        if (!Files.isReadable(fileOrDirectory)) {
            throw new IOException(fileOrDirectory + ": there is no such file or directory, or it cannot be read");
        }
        if (!Files.isDirectory(fileOrDirectory)) {
            return List.of(fileOrDirectory);
        }
        try (Stream<Path> entries = Files.list(fileOrDirectory)) {
            List<Path> files = entries.filter(RuleFolder::isRuleFile).sorted().toList();
            if (files.size() > FILES_MAX) {
                throw new IOException(fileOrDirectory + " holds more than " + FILES_MAX + " rule files");
            }
            return files;
        }
    }

    /**
     * The texts of the rule files of a directory, by name; or of the one file that is given.
     *
     * @throws IOException if a file cannot be read or is larger than 4 MiB
     */
    public static List<RuleText> read(Path fileOrDirectory) throws IOException {
        List<RuleText> texts = new ArrayList<>();
        for (Path file : files(fileOrDirectory)) {
            texts.add(text(file));
        }
        return texts;
    }

    /** The text of a file. */
    static RuleText text(Path file) throws IOException {
        return new RuleText(String.valueOf(file.getFileName()), SmallFile.text(file));
    }

    private static boolean isRuleFile(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && SUFFIXES.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
    }
}
