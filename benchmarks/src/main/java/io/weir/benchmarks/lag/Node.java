package io.weir.benchmarks.lag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.launcher.stack.Assembly;
import io.weir.platform.json.Json;
import io.weir.scanapi.ScanApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A scan API node and a client of it.
 *
 * @param assembly closes the node
 * @param api the node
 * @param client keeps its connections
 */
record Node(Assembly assembly, ScanApi api, HttpClient client) {

    static Node of(Assembly assembly, ScanApi api) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new Node(assembly, api, client);
    }

    /** Asks for the decision on a call. */
    JsonNode scan(ObjectNode call) throws IOException, InterruptedException {
        return post("/v1/scan", call);
    }

    /** Reports the response to a call. */
    void respond(String traceId, String text) throws IOException, InterruptedException {
        ObjectNode response = Json.mapper().createObjectNode();
        response.put("trace_id", traceId);
        response.putObject("response_body").put("text", text);
        post("/v1/scan/response", response);
    }

    /** A counter of the node. */
    double count(String name) {
        return assembly.metrics().registry().counter(name).count();
    }

    private JsonNode post(String path, ObjectNode body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api.url() + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
                .build();
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode());
        }
        return Json.mapper().readTree(response.body());
    }
}
