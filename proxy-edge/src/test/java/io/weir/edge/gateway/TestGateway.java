package io.weir.edge.gateway;

import io.weir.client.ScanClientConfig;
import io.weir.edge.inbound.InboundConfig;
import io.weir.platform.config.ConfigSource;
import io.weir.platform.config.Secret;
import io.weir.platform.health.Readiness;
import io.weir.platform.metrics.Metrics;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A gateway on a free port, and clients for it. */
final class TestGateway implements AutoCloseable {

    static final String KEY = "iv_live_gatewaykeyofthetests0";

    private static final int RAW_MILLIS_MAX = 20_000;

    private final Gateway gateway;
    private final Metrics metrics;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private TestGateway(Gateway gateway, Metrics metrics) {
        this.gateway = gateway;
        this.metrics = metrics;
    }

    /** A gateway with settings as an operator would write them; the rest are defaults. */
    static TestGateway start(URI scanApi, Map<String, String> settings) throws IOException {
        ConfigSource source = ConfigSource.empty()
                .withOption("gateway.port", "0", "test")
                .withOption("gateway.private_upstreams_permitted", "127.0.0.1", "test")
                .withOption("scan_client.answer_millis", "5000", "test");
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            String key = setting.getKey();
            source = source.withOption(key.contains(".") ? key : "gateway." + key, setting.getValue(), "test");
        }
        var config = source.read(
                List.of(GatewayConfig.SECTION, ForwardConfig.SECTION, InboundConfig.SECTION, ScanClientConfig.SECTION));
        ScanClientConfig defaults = config.get(ScanClientConfig.SECTION);
        ScanClientConfig scan = new ScanClientConfig(
                scanApi, Secret.of(KEY), defaults.connectMillis(), defaults.answerMillis(), defaults.answerBytesMax());
        Metrics metrics = Metrics.create();
        return new TestGateway(
                Gateway.start(EdgeConfig.of(config, Path.of("unused")), scan, new Readiness(), metrics), metrics);
    }

    int port() {
        return gateway.port();
    }

    int forwardPort() {
        return gateway.forwardPort();
    }

    Metrics metrics() {
        return metrics;
    }

    HttpRequest.Builder request(String upstreamUrl) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/proxy/" + upstreamUrl));
    }

    HttpResponse<String> get(String upstreamUrl) throws IOException, InterruptedException {
        return http.send(request(upstreamUrl).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String upstreamUrl, String contentType, String body)
            throws IOException, InterruptedException {
        HttpRequest request = request(upstreamUrl)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        return http.send(request, handler);
    }

    /** Sends bytes as they are and reads until the gateway closes the connection. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(RAW_MILLIS_MAX);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public void close() {
        gateway.close();
        metrics.close();
    }
}
