package io.weir.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.weir.edge.authority.CertificateAuthority;
import io.weir.schemas.word.Decision;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForwardProxyTest {

    @TempDir
    private Path folder;

    private FakeScanApi scanApi;
    private TlsUpstream upstream;

    @BeforeEach
    void start() throws Exception {
        scanApi = FakeScanApi.start();
        upstream = TlsUpstream.start(folder.resolve("upstream"));
        CertificateAuthority.create(folder.resolve("gateway"));
    }

    @AfterEach
    void stop() {
        upstream.close();
        scanApi.close();
    }

    private TestGateway gateway(String... settings) throws IOException {
        Map<String, String> all = new HashMap<>();
        all.put("forward_proxy.enabled", "true");
        all.put("forward_proxy.port", "0");
        all.put("forward_proxy.authority_directory", folder.resolve("gateway").toString());
        all.put(
                "upstream_authorities",
                folder.resolve("upstream")
                        .resolve(CertificateAuthority.CERTIFICATE_FILE)
                        .toString());
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        return TestGateway.start(scanApi.url(), all);
    }

    private TestGateway intercepting() throws IOException {
        return gateway("forward_proxy.intercept", "true");
    }

    /** What an agent with HTTPS_PROXY does that trusts one authority. */
    private HttpClient agent(TestGateway gateway, String authority) throws Exception {
        return HttpClient.newBuilder()
                .proxy(ProxySelector.of(new InetSocketAddress("127.0.0.1", gateway.forwardPort())))
                .sslContext(TlsUpstream.trusting(folder.resolve(authority)))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://" + upstream.authority() + path));
    }

    /** The head of the answer to a CONNECT. */
    private static String connect(TestGateway gateway, String authority, String... headerLines) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", gateway.forwardPort())) {
            socket.setSoTimeout(10_000);
            String headers = String.join(
                    "", List.of(headerLines).stream().map(line -> line + "\r\n").toList());
            socket.getOutputStream()
                    .write(("CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n" + headers + "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            byte[] head = new byte[8_192];
            int length = socket.getInputStream().read(head);
            return new String(head, 0, Math.max(0, length), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void readsHttpsAndScansCallsAndResponses() throws Exception {
        try (TestGateway gateway = intercepting()) {
            HttpRequest call = request("/notes?id=1%2F2")
                    .POST(BodyPublishers.ofString("the note"))
                    .build();
            HttpResponse<String> answer = agent(gateway, "gateway").send(call, BodyHandlers.ofString());

            assertThat(answer.body()).isEqualTo("hello");
            assertThat(answer.headers().firstValue("X-Weir-Decision")).hasValue("ALLOW");
            assertThat(scanApi.onlyCall().url()).isEqualTo("https://" + upstream.authority() + "/notes?id=1%2F2");
            assertThat(scanApi.onlyCall().body()).isEqualTo("the note");
            assertThat(upstream.requests()).containsExactly("POST /notes?id=1%2F2 the note");
            assertThat(scanApi.responses()).extracting("responseBody").containsExactly("hello");
        }
    }

    @Test
    void servesManyCallsOfOneTunnel() throws Exception {
        try (TestGateway gateway = intercepting()) {
            HttpClient agent = agent(gateway, "gateway");
            for (int i = 0; i < 5; i++) {
                assertThat(agent.send(request("/" + i).build(), BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200);
            }

            assertThat(upstream.requests()).hasSize(5);
            assertThat(scanApi.calls()).hasSize(5);
        }
    }

    @Test
    void holdsDeniedCallsBackInsideATunnel() throws Exception {
        scanApi.deciding(Decision.DENY);
        try (TestGateway gateway = intercepting()) {
            HttpResponse<String> answer =
                    agent(gateway, "gateway").send(request("/").build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("CALL_DENIED");
            assertThat(upstream.requests()).isEmpty();
        }
    }

    @Test
    void sendsNothingToAnUpstreamThatCannotProveWhoItIs() throws Exception {
        try (TestGateway gateway = gateway("forward_proxy.intercept", "true", "upstream_authorities", "")) {
            HttpResponse<String> answer =
                    agent(gateway, "gateway").send(request("/").build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(upstream.requests()).isEmpty();
        }
    }

    @Test
    void refusesARequestForAnotherHostThanItsTunnels() throws Exception {
        try (TestGateway gateway = intercepting();
                Socket socket = new Socket("127.0.0.1", gateway.forwardPort())) {
            // Given a tunnel to the upstream
            socket.setSoTimeout(10_000);
            write(
                    socket,
                    "CONNECT " + upstream.authority() + " HTTP/1.1\r\nHost: " + upstream.authority() + "\r\n\r\n");
            assertThat(head(socket)).startsWith("HTTP/1.1 200");
            SSLSocket tls = (SSLSocket) TlsUpstream.trusting(folder.resolve("gateway"))
                    .getSocketFactory()
                    .createSocket(socket, "localhost", socket.getPort(), true);

            // When a request in it names another host
            write(tls, "GET / HTTP/1.1\r\nHost: hidden.example\r\nConnection: close\r\n\r\n");

            // Then it goes nowhere
            assertThat(head(tls)).startsWith("HTTP/1.1 400");
            assertThat(scanApi.calls()).isEmpty();
            assertThat(upstream.requests()).isEmpty();
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String head(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int unit = socket.getInputStream().read();
            if (unit < 0) {
                break;
            }
            head.append((char) unit);
        }
        return head.toString();
    }

    @Test
    void refusesTunnelsThatNobodyCanReadUnlessTheOperatorPermitsThem() throws Exception {
        try (TestGateway gateway = gateway()) {
            assertThat(connect(gateway, upstream.authority()))
                    .startsWith("HTTP/1.1 403")
                    .contains("UPSTREAM_FORBIDDEN", "tunnels_permitted");
            assertThat(scanApi.calls()).isEmpty();
        }
    }

    @Test
    void passesAPermittedTunnelOnAfterADecisionAndReportsItsBytes() throws Exception {
        try (TestGateway gateway = gateway("forward_proxy.tunnels_permitted", "localhost")) {
            HttpClient agent = agent(gateway, "upstream");
            HttpResponse<String> answer = agent.send(
                    request("/secret")
                            .POST(BodyPublishers.ofString("x".repeat(50_000)))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.body()).isEqualTo("hello");
            assertThat(scanApi.onlyCall().method()).isEqualTo("CONNECT");
            assertThat(scanApi.onlyCall().url()).isEqualTo("https://" + upstream.authority() + "/");
            upstream.close();
            Awaitility.await()
                    .untilAsserted(() -> assertThat(scanApi.responses()).hasSize(1));
            assertThat(scanApi.responses().get(0).responseBody())
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .hasEntrySatisfying(
                            "tunnel_bytes_sent",
                            sent -> assertThat((Integer) sent).isBetween(50_000, 60_000))
                    .hasEntrySatisfying(
                            "tunnel_bytes_received",
                            got -> assertThat((Integer) got).isPositive());
        }
    }

    @Test
    void refusesTunnelsBeyondTheirNumberUntilOneEnds() throws Exception {
        try (TestGateway gateway = gateway("forward_proxy.tunnels_permitted", "localhost", "calls_max", "1")) {
            try (Socket first = new Socket("127.0.0.1", gateway.forwardPort())) {
                first.setSoTimeout(10_000);
                write(
                        first,
                        "CONNECT " + upstream.authority() + " HTTP/1.1\r\nHost: " + upstream.authority() + "\r\n\r\n");
                assertThat(head(first)).startsWith("HTTP/1.1 200");

                assertThat(connect(gateway, upstream.authority()))
                        .startsWith("HTTP/1.1 503")
                        .contains("OVERLOADED");
            }
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(connect(gateway, upstream.authority())).startsWith("HTTP/1.1 200"));
        }
    }

    @Test
    void keepsATunnelClosedThatIsDeniedOrNotDecided() throws Exception {
        try (TestGateway gateway = gateway("forward_proxy.tunnels_permitted", "localhost")) {
            scanApi.deciding(Decision.DENY);
            assertThat(connect(gateway, upstream.authority()))
                    .startsWith("HTTP/1.1 403")
                    .contains("CALL_DENIED");
            scanApi.kill();
            assertThat(connect(gateway, upstream.authority()))
                    .startsWith("HTTP/1.1 503")
                    .contains("SCAN_UNAVAILABLE");
        }
    }

    @Test
    void connectsToNoPrivateAddressAndToNoOddOne() throws Exception {
        try (TestGateway gateway = gateway(
                "forward_proxy.tunnels_permitted", "localhost,10.0.0.1,.0.0.1", "private_upstreams_permitted", "")) {
            assertThat(connect(gateway, upstream.authority())).startsWith("HTTP/1.1 403");
            assertThat(connect(gateway, "10.0.0.1:443")).startsWith("HTTP/1.1 403");
            assertThat(connect(gateway, "0177.0.0.1:443")).startsWith("HTTP/1.1 400");
            assertThat(connect(gateway, "localhost")).startsWith("HTTP/1.1 400");
            assertThat(connect(gateway, "user@localhost:443")).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void asksForATokenAndTakesAgentAndSessionFromTheUser() throws Exception {
        String user = Base64.getEncoder().encodeToString("agent-7~run-42:t0ken".getBytes(StandardCharsets.UTF_8));
        try (TestGateway gateway = gateway("forward_proxy.tunnels_permitted", "localhost", "tokens", "t0ken")) {
            assertThat(connect(gateway, upstream.authority()))
                    .startsWith("HTTP/1.1 407")
                    .contains("Proxy-Authenticate: Basic", "PROXY_TOKEN_INVALID");
            assertThat(connect(gateway, upstream.authority(), "Proxy-Authorization: Basic " + user))
                    .startsWith("HTTP/1.1 200");
            assertThat(scanApi.onlyCall().agentId()).isEqualTo("agent-7");
            assertThat(scanApi.onlyCall().sessionId()).isEqualTo("run-42");
        }
    }

    @Test
    void scansRequestsInAbsoluteForm() throws Exception {
        try (RawUpstream plain = RawUpstream.start();
                TestGateway gateway = gateway()) {
            HttpResponse<String> answer = agent(gateway, "gateway")
                    .send(
                            HttpRequest.newBuilder(URI.create("http://" + plain.authority() + "/a%2Fb//c?x=%00"))
                                    .build(),
                            BodyHandlers.ofString());

            assertThat(answer.body()).isEqualTo("hello");
            assertThat(plain.onlyRequest().requestLine()).isEqualTo("GET /a%2Fb//c?x=%00 HTTP/1.1");
            assertThat(plain.onlyRequest().headers("Host")).containsExactly(plain.authority());
            assertThat(scanApi.onlyCall().url()).isEqualTo("http://" + plain.authority() + "/a%2Fb//c?x=%00");
        }
    }

    @Test
    void doesNotStartToInterceptWithoutAnAuthority() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> gateway(
                                "forward_proxy.intercept",
                                "true",
                                "forward_proxy.authority_directory",
                                folder.resolve("none").toString())
                        .close())
                .withMessageContaining("weir gateway ca");
    }
}
