package io.weir.launcher.policy;

import io.weir.platform.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which scan API policies are applied to, and with which credential. */
final class ApiOptions {

    private static final Duration WAIT_MAX = Duration.ofSeconds(30);

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:4000",
            description = "Address of the scan API; default: ${DEFAULT-VALUE}")
    private String url = "http://127.0.0.1:4000";

    @Option(
            names = "--key-env",
            paramLabel = "NAME",
            defaultValue = "WEIR_TOKEN",
            description = "Environment variable that holds the credential; default: ${DEFAULT-VALUE}")
    private String keyVariable = "WEIR_TOKEN";

    @Option(names = "--tenant", paramLabel = "NAME", description = "Tenant, where the credential is for any")
    private @Nullable String tenant;

    /**
     * Posts JSON and gives the answer.
     *
     * @throws IOException if nobody answers
     */
    HttpResponse<String> post(String path, Object body) throws IOException {
        String key = System.getenv(keyVariable);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(WAIT_MAX)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)));
        if (key != null && !key.isBlank()) {
            request.header("Authorization", "Bearer " + key);
        }
        if (tenant != null) {
            request.header("X-Weir-Tenant", tenant);
        }
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(WAIT_MAX)
                    .build()
                    .send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
