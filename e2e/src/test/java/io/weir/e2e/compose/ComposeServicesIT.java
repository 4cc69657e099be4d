package io.weir.e2e.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.weir.launcher.broker.EmbeddedBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The services of the compose file as processes, with their own commands, environments and health checks. What a
 * container would change is changed: addresses and ports are those of this machine.
 */
class ComposeServicesIT {

    private static final Duration START_MAX = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private final ComposeFile compose = ComposeFile.read();

    ComposeServicesIT() throws IOException {}

    @Test
    void becomeHealthyAndCarryACall() throws Exception {
        int apiPort = freePort();
        int gatewayPort = freePort();
        int operationsPort = freePort();
        Map<String, String> here = Map.of(
                "WEIR_SCAN_API_PORT",
                String.valueOf(apiPort),
                "WEIR_SCAN_API_HOST",
                "127.0.0.1",
                "WEIR_GATEWAY_PORT",
                String.valueOf(gatewayPort),
                "WEIR_GATEWAY_HOST",
                "127.0.0.1",
                "WEIR_OPERATIONS_PORT",
                String.valueOf(operationsPort),
                "WEIR_SCAN_CLIENT_URL",
                "http://127.0.0.1:" + apiPort);
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                ComposeProcess scanApi = start("scan-api", here, broker);
                ComposeProcess correlator = start("correlator", here, broker);
                ComposeProcess gateway = start("edge", here, broker)) {
            awaitHealth(scanApi, apiPort);
            awaitHealth(correlator, operationsPort);
            awaitHealth(gateway, gatewayPort);

            HttpServer upstream = upstream();
            HttpResponse<String> response = callThrough(gatewayPort, upstream);
            upstream.stop(0);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("hello from upstream");
        }
    }

    private ComposeProcess start(String service, Map<String, String> here, EmbeddedBroker broker) throws IOException {
        Path data = Files.createDirectories(folder.resolve(service));
        Map<String, String> environment = new TreeMap<>();
        compose.environment(service).forEach((name, value) -> environment.put(name, ComposeFile.filledIn(value)));
        environment.replaceAll((name, value) -> here.getOrDefault(name, value));
        // The upstream of the test is on this machine, which no gateway calls without being told.
        if (service.equals("edge")) {
            environment.put("WEIR_GATEWAY_PRIVATE_UPSTREAMS_PERMITTED", "127.0.0.1");
        }
        environment.replaceAll((name, value) -> value.replace("kafka:19092", broker.bootstrap()));
        environment.replaceAll((name, value) -> value.replace("/var/lib/weir", data.toString()));
        return ComposeProcess.start(compose, service, data, environment);
    }

    private void awaitHealth(ComposeProcess process, int port) {
        Awaitility.await()
                .atMost(START_MAX)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> process.isHealthy(compose, port));
    }

    private static HttpResponse<String> callThrough(int gatewayPort, HttpServer upstream) throws Exception {
        String target = "http://127.0.0.1:" + upstream.getAddress().getPort() + "/greeting";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gatewayPort + "/proxy/" + target))
                .header("X-Weir-Session", "compose")
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpServer upstream() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/greeting", exchange -> {
            byte[] body = "hello from upstream".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
