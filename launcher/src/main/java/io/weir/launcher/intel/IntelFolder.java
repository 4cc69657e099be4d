package io.weir.launcher.intel;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where feeds lie. */
final class IntelFolder {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".weir",
            description = "Data directory; feeds lie in 'intel' there. Default: ${DEFAULT-VALUE}")
    private Path data = Path.of(".weir");

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "The directory of feeds, where risk.intel_directory is set.")
    private @Nullable Path directory;

    @Option(names = "--tenant", paramLabel = "NAME", description = "Only for this tenant.")
    private @Nullable String tenant;

    /**
     * The directory.
     *
     * @throws IllegalArgumentException if the tenant is no name
     */
    Path path() {
        Path feeds = directory == null ? data.resolve("intel") : directory;
        if (tenant == null) {
            return feeds;
        }
        if (!tenant.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException("'" + tenant + "' is no name of a tenant");
        }
        return feeds.resolve("tenants").resolve(tenant);
    }
}
