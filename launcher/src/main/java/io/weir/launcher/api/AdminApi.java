package io.weir.launcher.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.platform.config.Secret;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scan API, asked with a token. Safe to share between threads. */
public final class AdminApi {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_MAX)
            .build();
    private final String base;
    private final Secret token;
    private final @Nullable String tenant;

    /**
     * An API at this address.
     *
     * @param token that every request carries
     * @param tenant that the operator's token speaks for; null for the default one
     */
    public AdminApi(URI base, Secret token, @Nullable String tenant) {
        this.base = base.toString().replaceAll("/+$", "");
        this.token = token;
        this.tenant = tenant;
    }

    /**
     * Asks for something.
     *
     * @throws ApiRefused if the answer is a problem
     * @throws IOException if there is no answer
     */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** Writes what is asked for to a stream, as it comes; otherwise as {@link #get}. */
    public void download(String path, OutputStream out) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request(path).GET().build(), BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            if (response.statusCode() >= 300) {
                throw new ApiRefused(problem(response.statusCode(), json(in.readAllBytes())));
            }
            in.transferTo(out);
        }
    }

    /** Posts a JSON object; otherwise as {@link #get}. */
    public JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(body))));
    }

    /** Removes something; otherwise as {@link #get}. */
    public JsonNode delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(ANSWER_MAX);
        request.header("Authorization", "Bearer " + token.reveal());
        if (tenant != null) {
            request.header("X-Weir-Tenant", tenant);
        }
        return request;
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response;
        try {
            response = client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IOException("the scan API at " + base + " cannot be reached; start 'weir up', or give --api", e);
        }
        JsonNode answer = json(response.body());
        if (response.statusCode() >= 300) {
            throw new ApiRefused(problem(response.statusCode(), answer));
        }
        return answer;
    }

    private static String problem(int status, JsonNode answer) {
        String code = answer.path("code").asText("status " + status);
        return code + ": " + answer.path("detail").asText("no detail was given") + " Fix: "
                + answer.path("fix").asText("see the log of the scan API");
    }

    private static JsonNode json(byte[] body) throws IOException {
        try {
            return Json.mapper().readTree(body);
        } catch (JsonProcessingException e) {
            throw new IOException("the answer is not JSON, so this is no scan API", e);
        }
    }
}
