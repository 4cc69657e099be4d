package io.weir.launcher.api;

import io.weir.launcher.config.AdminToken;
import io.weir.platform.config.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which scan API a command talks to, and with which token. */
public final class ApiOptions {

    private static final String TOKEN_VARIABLE = "WEIR_TOKEN";
    private static final String DEFAULT_API = "http://127.0.0.1:4000";
    private static final String DEFAULT_DATA = ".weir";

    @Option(
            names = "--api",
            paramLabel = "URL",
            defaultValue = DEFAULT_API,
            description = "Base URL of the scan API; default: ${DEFAULT-VALUE}")
    private String api = DEFAULT_API;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = DEFAULT_DATA,
            description = "Data directory of 'weir up', whose admin.token is used where the environment variable "
                    + "WEIR_TOKEN holds no token; default: ${DEFAULT-VALUE}")
    private Path data = Path.of(DEFAULT_DATA);

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            description = "Tenant that the operator's token speaks for; other tokens belong to one tenant.")
    private @Nullable String tenant;

    /**
     * The API.
     *
     * @throws IllegalArgumentException if there is no token
     * @throws IOException if the token cannot be read
     */
    public AdminApi connect() throws IOException {
        return new AdminApi(URI.create(api), token(), tenant);
    }

    private Secret token() throws IOException {
        String variable = System.getenv(TOKEN_VARIABLE);
        if (variable != null && !variable.isBlank()) {
            return Secret.of(variable.strip());
        }
        Path file = AdminToken.file(data);
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("there is no token: " + TOKEN_VARIABLE + " is not set, and " + file
                    + " does not exist; set it, or give the --data of 'weir up'");
        }
        return AdminToken.read(file);
    }
}
