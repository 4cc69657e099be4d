package io.weir.launcher.statement;

import io.weir.engine.fingerprint.FingerprintKeys;
import io.weir.launcher.config.DataOptions;
import io.weir.launcher.config.FingerprintConfig;
import io.weir.launcher.config.MasterKey;
import io.weir.launcher.config.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what a statement is about: content, or the response to one call. */
final class SubjectOptions {

    /** A text above this is no excerpt that a person has looked at. */
    private static final long TEXT_BYTES_MAX = 256 * 1024;

    @Option(
            names = "--text",
            paramLabel = "TEXT",
            description = "The content itself; only keyed hashes of it are kept.")
    private @Nullable String text;

    @Option(names = "--text-file", paramLabel = "FILE", description = "A file with the content, at most 256 KB.")
    private @Nullable Path file;

    @Option(
            names = "--source",
            paramLabel = "TRACE_ID",
            description = "All that the response to this call has brought in.")
    private @Nullable String source;

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "Whose data it is; default: ${DEFAULT-VALUE}")
    private String tenant = "default";

    /** The content, or null where the statement is about a source. */
    @Nullable
    String content() throws IOException {
        if (file == null) {
            return text;
        }
        if (Files.size(file) > TEXT_BYTES_MAX) {
            throw new IllegalArgumentException(file + " has more than 256 KB; name the --source instead");
        }
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    @Nullable
    String source() {
        return source;
    }

    String tenant() {
        return tenant;
    }

    /** Refuses what is about everything, and what is about two things. */
    void check() {
        int given = (text == null ? 0 : 1) + (file == null ? 0 : 1) + (source == null ? 0 : 1);
        if (given == 0) {
            throw new IllegalArgumentException("the scope is too wide: it names neither content nor source. "
                    + "Fix: give --text, --text-file or --source");
        }
        if (given > 1) {
            throw new IllegalArgumentException("give one of --text, --text-file and --source, not several");
        }
    }

    static FingerprintKeys keys(DataOptions options) {
        FingerprintConfig settings = options.settings().read(Settings.SECTIONS).get(FingerprintConfig.SECTION);
        return new FingerprintKeys(
                MasterKey.of(settings, options.data().toAbsolutePath().normalize()));
    }
}
