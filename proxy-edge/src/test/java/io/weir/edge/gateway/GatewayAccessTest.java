package io.weir.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.HttpClientTransportOverHTTP2;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayAccessTest {

    private FakeScanApi scanApi;
    private RawUpstream upstream;

    @BeforeEach
    void start() throws Exception {
        scanApi = FakeScanApi.start();
        upstream = RawUpstream.start();
    }

    @AfterEach
    void stop() throws Exception {
        upstream.close();
        scanApi.close();
    }

    private String url(String host) {
        return "http://" + host + ":" + upstream.port() + "/";
    }

    /** On a socket: the JDK's client takes fewer URLs than the gateway, and keeps Proxy-Authorization to itself. */
    private static String get(TestGateway gateway, String url, String... headerLines) throws Exception {
        return gateway.raw("GET /proxy/" + url + " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n"
                + String.join("\r\n", headerLines) + (headerLines.length == 0 ? "\r\n" : "\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254"})
    void callsNoPrivateAddressUnlessTheOperatorPermitsIt(String host) throws Exception {
        try (TestGateway strict = TestGateway.start(scanApi.url(), Map.of("private_upstreams_permitted", ""))) {
            String answer = get(strict, url(host));

            assertThat(answer).startsWith("HTTP/1.1 403").contains("UPSTREAM_FORBIDDEN", "private_upstreams_permitted");
            assertThat(upstream.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2130706433", "0x7f000001", "0177.0.0.1", "127.1", "127.0.0.01", "0x7f.0.0.1", "[fe80::1%251]"})
    void refusesAddressesThatProgramsReadInDifferentWays(String host) throws Exception {
        try (TestGateway gateway = TestGateway.start(scanApi.url(), Map.of())) {
            String answer = get(gateway, url(host));

            assertThat(answer).startsWith("HTTP/1.1 400").contains("UPSTREAM_INVALID");
            assertThat(scanApi.calls()).isEmpty();
            assertThat(upstream.requests()).isEmpty();
        }
    }

    @Test
    void servesOnlyThoseWithATokenWhereTokensAreSet() throws Exception {
        String basic = "Proxy-Authorization: Basic "
                + Base64.getEncoder().encodeToString("agent:second-token".getBytes(StandardCharsets.UTF_8));
        try (TestGateway closed = TestGateway.start(scanApi.url(), Map.of("tokens", "first-token,second-token"))) {
            assertThat(List.of("X-Weir-Gateway-Token: first-token", "Proxy-Authorization: Bearer second-token", basic))
                    .allSatisfy(line ->
                            assertThat(get(closed, url("127.0.0.1"), line)).startsWith("HTTP/1.1 200"));
            assertThat(List.of(
                            "X-Weir-Gateway-Token: first-toke",
                            "X-Weir-Gateway-Token:",
                            "Authorization: Bearer first-token",
                            "Proxy-Authorization: Basic !"))
                    .allSatisfy(line -> assertThat(get(closed, url("127.0.0.1"), line))
                            .startsWith("HTTP/1.1 401")
                            .contains("GATEWAY_TOKEN_INVALID"));
            assertThat(upstream.requests())
                    .hasSize(3)
                    .allSatisfy(request -> assertThat(request.headerLines()).noneMatch(line -> line.contains("oken")));
        }
    }

    @Test
    void servesNoWebPagesOfOthers() throws Exception {
        try (TestGateway gateway = TestGateway.start(scanApi.url(), Map.of())) {
            assertThat(get(gateway, url("127.0.0.1"), "Sec-Fetch-Site: cross-site"))
                    .startsWith("HTTP/1.1 403");
            assertThat(upstream.requests()).isEmpty();
            assertThat(get(gateway, url("127.0.0.1"), "Sec-Fetch-Site: none")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void failsOpenOnARouteThatMayAndSaysSo() throws Exception {
        try (TestGateway gateway = TestGateway.start(scanApi.url(), Map.of("fail_open_routes", "127.0.0.1/status"))) {
            scanApi.kill();
            HttpResponse<String> open = gateway.get(url("127.0.0.1") + "status");
            HttpResponse<String> closed = gateway.get(url("127.0.0.1") + "status/../other");

            assertThat(open.statusCode()).isEqualTo(200);
            assertThat(open.headers().firstValue("X-Weir-Fail-Mode")).hasValue("open");
            assertThat(open.headers().firstValue("X-Weir-Decision")).hasValue("UNSCANNED");
            assertThat(closed.statusCode()).isEqualTo(503);
            assertThat(closed.headers().firstValue("X-Weir-Fail-Mode")).hasValue("closed");
            assertThat(closed.body()).contains("fails closed");
            assertThat(upstream.requests()).hasSize(1);
        }
    }

    @Test
    void speaksHttp2ToAgents() throws Exception {
        try (TestGateway gateway = TestGateway.start(scanApi.url(), Map.of())) {
            var http = new org.eclipse.jetty.client.HttpClient(new HttpClientTransportOverHTTP2(new HTTP2Client()));
            http.start();
            try {
                ContentResponse answer = http.GET(
                        "http://127.0.0.1:" + gateway.port() + "/proxy/" + url("127.0.0.1") + "a%2Fb//c?x=%00");

                assertThat(answer.getVersion()).isEqualTo(HttpVersion.HTTP_2);
                assertThat(answer.getContentAsString()).isEqualTo("hello");
                assertThat(answer.getHeaders().get("X-Weir-Decision")).isEqualTo("ALLOW");
                assertThat(upstream.onlyRequest().requestLine()).isEqualTo("GET /a%2Fb//c?x=%00 HTTP/1.1");
            } finally {
                http.stop();
            }
        }
    }

    @Test
    void takesBodiesAfterAnUpgradeToHttp2() throws Exception {
        try (TestGateway gateway = TestGateway.start(scanApi.url(), Map.of())) {
            HttpClient http = HttpClient.newHttpClient();
            for (int i = 0; i < 3; i++) {
                HttpResponse<String> answer = http.send(
                        gateway.request(url("127.0.0.1"))
                                .POST(BodyPublishers.ofString("body " + i))
                                .build(),
                        BodyHandlers.ofString());
                assertThat(answer.body()).isEqualTo("hello");
            }

            assertThat(upstream.requests()).extracting(RawRequest::body).containsExactly("body 0", "body 1", "body 2");
        }
    }
}
