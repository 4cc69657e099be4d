package io.weir.launcher.demo;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** Where the demo keeps its data: a new folder for each run. The run before stays, to be looked at; older ones go. */
final class DemoFolder {

    private static final String PREFIX = "run-";

    private DemoFolder() {}

    /** A new folder below {@code parent}. */
    static Path create(Path parent) throws IOException {
        Files.createDirectories(parent);
        List<Path> runs = runs(parent);
        for (Path old : runs.subList(0, Math.max(0, runs.size() - 1))) {
            delete(old);
        }
        return Files.createTempDirectory(parent, PREFIX);
    }

    private static List<Path> runs(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(DemoFolder::isFinishedRun)
                    .sorted((left, right) -> Long.compare(changed(left), changed(right)))
                    .toList();
        }
    }

    /** Only what the demo itself has made, and no broker uses. */
    private static boolean isFinishedRun(Path folder) {
        return folder.getFileName().toString().startsWith(PREFIX)
                && Files.exists(folder.resolve("fingerprint.key"))
                && !Files.exists(folder.resolve("broker.address"));
    }

    private static long changed(Path folder) {
        return folder.toFile().lastModified();
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path visited, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
