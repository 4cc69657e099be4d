package io.weir.e2e.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.launcher.stack.Assembly;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.platform.config.ConfigSource;
import io.weir.platform.json.Json;
import io.weir.scanapi.ScanApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A scan API node, put together as {@code weir scan-api} does it, and a client of it. */
record ScanNode(Assembly assembly, ScanApi api, HttpClient client) implements AutoCloseable {

    private static final String ADMIN_TOKEN = "the operator's own token";
    private static final String KEY = "00112233445566778899aabbccddeeff";

    static ScanNode start(KafkaConnection kafka, Path folder) {
        ConfigSource source = ConfigSource.empty()
                .withOption("kafka.bootstrap", kafka.bootstrap(), "test")
                .withOption("kafka.prefix", kafka.prefix(), "test")
                .withOption("kafka.replication_factor", "1", "test")
                .withOption("fingerprint.key", KEY, "test")
                .withOption("scan_api.port", "0", "test")
                .withOption("scan_api.warm_up_calls", "0", "test")
                .withOption("scan_api.admin_token", ADMIN_TOKEN, "test")
                // The machine may be busy: a slow fetch is not what these tests are about.
                .withOption("recall.confirm_millis_max", "5000", "test");
        Assembly assembly = Assembly.of(source, folder);
        return new ScanNode(assembly, assembly.startScanApi(assembly.connectKafka()), HttpClient.newHttpClient());
    }

    /** The agent fetches a page on this node and gets this text. */
    void read(String session, String text) throws IOException, InterruptedException {
        ObjectNode call = Json.mapper().createObjectNode();
        call.put("method", "GET")
                .put("url", "https://files.example.org/ticket.txt")
                .put("session_id", session);
        ObjectNode response = Json.mapper().createObjectNode();
        response.put("trace_id", post("/v1/scan", call).path("trace_id").asText());
        response.putObject("response_body").put("text", text);
        post("/v1/scan/response", response);
    }

    /** The agent posts this text; the answer is the decision. */
    JsonNode write(String session, String text, @Nullable String context) throws IOException, InterruptedException {
        ObjectNode call = Json.mapper().createObjectNode();
        call.put("method", "POST").put("url", "https://paste.example.net/new").put("session_id", session);
        call.put("context", context);
        call.putObject("body").put("text", text);
        return post("/v1/scan", call);
    }

    private JsonNode post(String path, ObjectNode body) throws IOException, InterruptedException {
        HttpResponse<String> response = send(path, body.toString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.mapper().readTree(response.body());
    }

    /** The operator posts something. */
    JsonNode order(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response =
                send(path, body, "Authorization", "Bearer " + ADMIN_TOKEN, "X-Weir-Tenant", "default");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.mapper().readTree(response.body());
    }

    /** Posts JSON. Headers are names and values in turn. */
    HttpResponse<String> send(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api.url() + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        assembly.close();
    }
}
