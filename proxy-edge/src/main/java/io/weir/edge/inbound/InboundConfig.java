package io.weir.edge.inbound;

import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import io.weir.platform.config.Secret;
import java.nio.file.Path;
import java.util.List;

/**
 * Settings of inbound routes.
 *
 * @param routes YAML file of routes; empty for no routes
 * @param credentials file of stored credentials
 * @param key that they are encrypted with; empty to keep one in a file next to them
 */
public record InboundConfig(String routes, String credentials, Secret key) {

    private static final ConfigKey<String> ROUTES =
            ConfigKey.of("routes_file", ConfigType.TEXT, "", "YAML file of inbound routes; unset, there are none.");
    private static final ConfigKey<String> CREDENTIALS = ConfigKey.of(
            "credentials_file",
            ConfigType.TEXT,
            "",
            "File of stored upstream credentials; default: inbound-credentials.json in the data directory.");
    private static final ConfigKey<Secret> KEY = ConfigKey.of(
            "key",
            ConfigType.SECRET,
            Secret.NONE,
            "What stored credentials are encrypted with, 32 characters or more; default: kept in inbound.key in the data"
                    + " directory.");

    /** The settings under {@code inbound}. */
    public static final ConfigSection<InboundConfig> SECTION = new ConfigSection<>(
            "inbound",
            List.of(ROUTES, CREDENTIALS, KEY),
            values -> new InboundConfig(values.get(ROUTES), values.get(CREDENTIALS), values.get(KEY)));

    /** The same, with the files of a data directory where none are set. */
    public InboundConfig withData(Path folder) {
        String file = credentials.isEmpty()
                ? folder.resolve("inbound-credentials.json").toString()
                : credentials;
        return new InboundConfig(routes, file, key);
    }

    /** The stored credentials. */
    public CredentialFile credentialFile() {
        Path file = Path.of(credentials).toAbsolutePath();
        return new CredentialFile(file, CredentialKey.of(key, file.resolveSibling("inbound.key")));
    }
}
