package io.weir.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.launcher.config.OperationsConfig;
import io.weir.platform.health.Health;
import io.weir.platform.health.Readiness;
import io.weir.platform.metrics.Metrics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class OperationsServerTest {

    @Test
    void answersOperators() throws Exception {
        Readiness readiness = new Readiness();
        try (Metrics metrics = Metrics.create();
                OperationsServer server =
                        OperationsServer.start(new OperationsConfig("127.0.0.1", 0), readiness, metrics)) {
            assertThat(get(server, "/health").body()).isEqualTo("{\"status\":\"ok\"}");
            assertThat(get(server, "/metrics").body()).contains("weir_build_info");
            assertThat(get(server, "/ready").statusCode()).isEqualTo(200);
            assertThat(get(server, "/other").statusCode()).isEqualTo(404);

            readiness.register("part", () -> Health.down("broken"));

            assertThat(get(server, "/ready").statusCode()).isEqualTo(503);
            assertThat(get(server, "/ready").body()).contains("broken");
        }
    }

    private static HttpResponse<String> get(OperationsServer server, String path) throws Exception {
        URI url = URI.create("http://127.0.0.1:" + server.port() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    }
}
