package io.weir.launcher.config;

import io.weir.platform.config.ConfigSource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where a command finds its data and its settings. */
public final class DataOptions {

    private static final String DEFAULT_DATA = ".weir";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = DEFAULT_DATA,
            description = "Data directory; default: ${DEFAULT-VALUE}")
    private Path data = Path.of(DEFAULT_DATA);

    @Option(names = "--config", paramLabel = "FILE", description = "YAML file with settings.")
    private @Nullable Path config;

    /** The data directory. */
    public Path data() {
        return data;
    }

    /** The environment, over the file if there is one. */
    public ConfigSource settings() {
        return Settings.source(config);
    }
}
