package io.weir.scanapi.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks the identity provider. Answers are bounded, redirects are not followed. Safe to share between threads. */
final class ProviderClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int ANSWER_BYTES_MAX = 1 << 20;

    private final OidcConfig.Client client;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    ProviderClient(OidcConfig.Client client) {
        this.client = client;
    }

    /** A JSON document. */
    JsonNode get(String url) throws LoginRefused {
        return send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    /** What a token endpoint answers to a code (RFC 6749, section 4.1.3). */
    JsonNode exchange(String url, String code, String verifier) throws LoginRefused {
        Map<String, String> fields = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                client.redirectUrl(),
                "client_id",
                client.id(),
                "code_verifier",
                verifier);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form(fields)));
        if (!client.secret().isEmpty()) {
            String pair = encoded(client.id()) + ":" + encoded(client.secret().reveal());
            String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + basic);
        }
        return send(request);
    }

    /** Fields as they stand in forms and queries, in alphabetical order. */
    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode send(HttpRequest.Builder request) throws LoginRefused {
        try {
            HttpResponse<InputStream> response =
                    http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                byte[] body = in.readNBytes(ANSWER_BYTES_MAX);
                if (response.statusCode() != 200) {
                    throw new LoginRefused("The identity provider answered with status " + response.statusCode() + ".");
                }
                return Json.mapper().readTree(body);
            }
        } catch (IOException e) {
            throw new LoginRefused("The identity provider did not answer, or not in JSON.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoginRefused("The login was interrupted.");
        }
    }
}
