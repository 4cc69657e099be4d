package io.weir.edge.hook;

import io.weir.platform.file.OwnerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Remembers for two processes of which one sees the call and one the answer: one small file for each call that is under
 * way. It holds the id of the decision, and its name is a digest, so nothing of the call is kept.
 */
final class FileTraceMemory implements TraceMemory {

    private static final Duration KEPT = Duration.ofDays(1);

    private final Path directory;

    FileTraceMemory(Path directory) {
        this.directory = directory;
    }

    @Override
    public void keep(HookEvent event, String traceId) {
        try {
            Path file = file(event);
            forgetOld();
            Files.deleteIfExists(file);
            OwnerFile.create(file, traceId);
        } catch (IOException e) {
            // The answer will be reported under an id of its own.
            return;
        }
    }

    /** Tools that were stopped by somebody else never answer. */
    private void forgetOld() throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        Instant old = Instant.now().minus(KEPT);
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public Optional<String> take(HookEvent event) {
        try {
            Path file = file(event);
            String traceId = Files.readString(file).strip();
            Files.delete(file);
            return Optional.of(traceId);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path file(HookEvent event) {
        return directory.resolve(TraceMemory.name(event));
    }
}
