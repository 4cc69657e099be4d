package io.weir.e2e.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.client.ScanClientConfig;
import io.weir.e2e.kafka.SharedKafka;
import io.weir.edge.gateway.Gateway;
import io.weir.launcher.stack.Assembly;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.platform.config.ConfigSource;
import io.weir.platform.json.Json;
import io.weir.scanapi.ScanApi;
import io.weir.testkit.mcp.FixtureHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client of the scan protocol with one base URL: that of the gateway. It scans there, and calls servers of its own.
 */
@ExtendWith(SharedKafka.class)
final class RegisteredServersIT {

    private static final String KEY = "iv_live_0123456789abcdefABCD";
    private static final String OPERATOR = "an operator's long token";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path folder;

    @Test
    void aClientWithOneUrlScansAndCallsRegisteredServersAndIsHeldUntilAPersonAgrees(KafkaConnection kafka)
            throws Exception {
        try (Assembly node = Assembly.of(source(kafka, "http://127.0.0.1:1"), folder.resolve("node"));
                FixtureHttp server = FixtureHttp.start()) {
            ScanApi api = node.startScanApi(node.connectKafka());
            String call;
            try (Assembly edge = edge(kafka, api)) {
                String url = url(edge);
                assertThat(get(url + "/health", KEY).path("status").asText()).isEqualTo("ok");
                assertThat(post(url + "/v1/scan", KEY, "{'method':'GET','url':'https://ok.example/'}", 200)
                                .path("decision")
                                .asText())
                        .isEqualTo("ALLOW");
                String id = post(url + "/v1/mcp/servers", KEY, "{'url_or_path':'" + server.url() + "'}", 200)
                        .at("/server/id")
                        .asText();
                call = "/v1/mcp/proxy/" + id + "/tools-call";
                assertThat(post(url + "/v1/mcp/proxy/" + id + "/tools-list", KEY, "{}", 200)
                                .path("tools"))
                        .isNotEmpty();
                assertThat(echoed(url + call, 200).at("/content/0/text").asText())
                        .contains("hello");
                hold(api.url());
                JsonNode held = echoed(url + call, 202);
                String approval = held.path("approval_id").asText();
                assertThat(held.path("error").asText()).isNotEmpty();
                assertThat(held.path("reason_codes").isArray()).isTrue();
                assertThat(get(url + "/v1/approvals/" + approval + "/status", KEY)
                                .path("status")
                                .asText())
                        .isEqualTo("pending");
                post(url + "/v1/approvals/" + approval + "/approve", KEY, "{}", 404);
                post(api.url() + "/v1/approvals/" + approval + "/approve", OPERATOR, "{}", 200);
            }
            try (Assembly again = edge(kafka, api)) {
                String url = url(again);
                assertThat(echoed(url + call, 200).at("/content/0/text").asText())
                        .contains("hello");
                echoed(url + call, 202);
            }
        }
    }

    private Assembly edge(KafkaConnection kafka, ScanApi api) {
        return Assembly.of(source(kafka, api.url().toString()), folder.resolve("edge"));
    }

    private static String url(Assembly edge) throws IOException {
        Gateway gateway = edge.startGateway(edge.config().get(ScanClientConfig.SECTION));
        return "http://127.0.0.1:" + gateway.port();
    }

    private ConfigSource source(KafkaConnection kafka, String scanApi) {
        return ConfigSource.empty()
                .withOption("kafka.bootstrap", kafka.bootstrap(), "test")
                .withOption("kafka.prefix", kafka.prefix(), "test")
                .withOption("kafka.replication_factor", "1", "test")
                .withOption("fingerprint.key", "00112233445566778899aabbccddeeff", "test")
                .withOption("scan_api.port", "0", "test")
                .withOption("scan_api.keys", "acme:" + KEY, "test")
                .withOption("scan_api.admin_token", OPERATOR, "test")
                .withOption("scan_api.warm_up_calls", "1", "test")
                .withOption("policies.directory", folder.resolve("policies").toString(), "test")
                .withOption("scan_client.url", scanApi, "test")
                .withOption("gateway.port", "0", "test")
                .withOption("gateway.private_upstreams_permitted", "127.0.0.1", "test")
                .withOption("mcp.pins_directory", folder.resolve("pins").toString(), "test");
    }

    private void hold(String api) throws IOException, InterruptedException {
        post(
                api + "/v1/policies/apply",
                OPERATOR,
                "{'name':'held','rules':[{'rule_id':'echo','priority':1,'match':{'tool_names':['echo']},"
                        + "'condition':{},'action':'REQUIRE_APPROVAL'}]}",
                200);
    }

    private JsonNode echoed(String url, int status) throws IOException, InterruptedException {
        return post(
                url,
                KEY,
                "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'echo','arguments':"
                        + "{'text':'hello'}}}",
                status);
    }

    private JsonNode get(String url, String key) throws IOException, InterruptedException {
        return sent(request(url, key).GET(), 200);
    }

    private JsonNode post(String url, String key, String json, int status) throws IOException, InterruptedException {
        return sent(request(url, key).POST(BodyPublishers.ofString(json.replace('\'', '"'))), status);
    }

    private static HttpRequest.Builder request(String url, String key) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + key)
                .header("X-Weir-Tenant", "acme")
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30));
    }

    private JsonNode sent(HttpRequest.Builder request, int status) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return Json.mapper().readTree(response.body());
    }
}
