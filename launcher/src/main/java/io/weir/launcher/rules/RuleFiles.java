package io.weir.launcher.rules;

import io.weir.engine.detect.RuleCatalog;
import io.weir.engine.rule.RuleFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads rule files for the commands that authors use. */
final class RuleFiles {

    private static final String SUFFIX = ".yaml";

    private RuleFiles() {}

    /**
     * The rules of a file or directory, or those shipped where there is none.
     *
     * @throws RuleFileException with what is wrong
     * @throws IOException if it cannot be read
     */
    static RuleCatalog load(@Nullable Path path) throws IOException {
        if (path == null) {
            return RuleCatalog.standard();
        }
        requireExists(path);
        return Files.isDirectory(path) ? RuleCatalog.load(path) : RuleCatalog.loadFile(path);
    }

    /** All that is wrong with the rules of a file or directory, a line each. */
    static List<String> problems(Path path) throws IOException {
        requireExists(path);
        List<String> problems = new ArrayList<>();
        for (Path file : files(path)) {
            problems.addAll(problemsOf(() -> RuleCatalog.loadFile(file)));
        }
        // Only where each file is fine by itself can ids that stand in two files be told.
        return problems.isEmpty() ? problemsOf(() -> load(path)) : problems;
    }

    /** Rule files of a directory, or the file itself. */
    static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> entries = Files.list(path)) {
            List<Path> files = entries.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new IllegalArgumentException(path + ": no file whose name ends in " + SUFFIX);
            }
            return files;
        }
    }

    private static void requireExists(Path path) {
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException(path + ": there is no such file or directory, or it cannot be read");
        }
    }

    private static List<String> problemsOf(Loading loading) throws IOException {
        try {
            loading.load();
            return List.of();
        } catch (RuleFileException e) {
            return String.valueOf(e.getMessage()).lines().toList();
        }
    }

    @FunctionalInterface
    private interface Loading {
        RuleCatalog load() throws IOException;
    }
}
