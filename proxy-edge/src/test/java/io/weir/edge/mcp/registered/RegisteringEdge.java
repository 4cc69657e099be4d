package io.weir.edge.mcp.registered;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.client.ScanClientConfig;
import io.weir.edge.gateway.GatewayConfig;
import io.weir.edge.mcp.McpConfig;
import io.weir.edge.mcp.McpEdge;
import io.weir.platform.config.Config;
import io.weir.platform.config.ConfigSource;
import io.weir.platform.json.Json;
import io.weir.platform.metrics.Metrics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Server;

/** An edge at which servers are registered, on a server of its own, and a client of it. JSON is in single quotes. */
final class RegisteringEdge implements AutoCloseable {

    private final Server server;
    private final Metrics metrics;
    private final McpEdge edge;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RegisteringEdge(Server server, Metrics metrics, McpEdge edge) {
        this.server = server;
        this.metrics = metrics;
        this.edge = edge;
    }

    static RegisteringEdge start(URI scanApi, Path folder, Map<String, String> settings) throws Exception {
        ConfigSource source = ConfigSource.empty()
                .withOption("mcp.pins_directory", folder.toString(), "test")
                .withOption("scan_client.url", scanApi.toString(), "test")
                .withOption("gateway.private_upstreams_permitted", "127.0.0.1", "test");
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            source = source.withOption(setting.getKey(), setting.getValue(), "test");
        }
        Config config = source.read(List.of(McpConfig.SECTION, GatewayConfig.SECTION, ScanClientConfig.SECTION));
        Metrics metrics = Metrics.create();
        McpEdge edge =
                new McpEdge(config.get(McpConfig.SECTION), config.get(ScanClientConfig.SECTION), metrics.registry());
        GatewayConfig gateway = config.get(GatewayConfig.SECTION);
        Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.setHandler(edge.registeredServers(gateway.upstreams(), gateway.tokens()));
        server.setStopTimeout(0);
        server.start();
        return new RegisteringEdge(server, metrics, edge);
    }

    /** Posts with a key, and whatever headers. */
    HttpResponse<String> post(String key, String path, String json, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(key, path).POST(BodyPublishers.ofString(json.replace('\'', '"')));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpRequest.Builder request(String key, String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getURI().getPort() + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Registers a server, and gives what is said of it. */
    JsonNode register(String key, String address, String more) throws IOException, InterruptedException {
        return json(post(key, "/v1/mcp/servers", "{'url_or_path':'" + address + "'" + more + "}"))
                .path("server");
    }

    HttpResponse<String> call(String key, String id, String tool, String arguments)
            throws IOException, InterruptedException {
        return post(
                key,
                "/v1/mcp/proxy/" + id + "/tools-call",
                "{'jsonrpc':'2.0','id':7,'method':'tools/call','params':{'name':'" + tool + "','arguments':" + arguments
                        + "}}");
    }

    HttpResponse<String> tools(String key, String id) throws IOException, InterruptedException {
        return post(key, "/v1/mcp/proxy/" + id + "/tools-list", "{}");
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return Json.mapper().readTree(response.body());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the edge of the test does not stop", e);
        }
        edge.close();
        metrics.close();
    }
}
