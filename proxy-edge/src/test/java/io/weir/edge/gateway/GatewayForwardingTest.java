package io.weir.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayForwardingTest {

    private FakeScanApi scanApi;
    private RawUpstream upstream;
    private TestGateway gateway;

    @BeforeEach
    void start() throws Exception {
        scanApi = FakeScanApi.start();
        upstream = RawUpstream.start();
        gateway = TestGateway.start(scanApi.url(), Map.of());
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        upstream.close();
        scanApi.close();
    }

    private String url(String path) {
        return "http://" + upstream.authority() + path;
    }

    private String rawGet(String target, String... headers) throws Exception {
        return gateway.raw("GET " + target + " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n"
                + String.join("", headers) + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/a/b?x=y&x=z",
                "/a%2Fb/%2e%2e/c",
                "//double//slashes/",
                "/../up/./here",
                "/semi;colon=1/x",
                "/q?redirect=https://other.example/a?b=c&empty=&flag",
                "/%C3%A4%20blank+plus?q=%00%FF",
                "/proxy/http://inner.example/",
                "/tilde~under_score!$&'()*+,=:@",
            })
    void keepsPathAndQueryByteForByte(String path) throws Exception {
        String answer = rawGet("/proxy/" + url(path));

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(upstream.onlyRequest().requestLine()).isEqualTo("GET " + path + " HTTP/1.1");
        assertThat(scanApi.onlyCall().url()).isEqualTo(url(path));
    }

    @Test
    void asksForTheRootWhereTheUrlHasNoPath() throws Exception {
        rawGet("/proxy/http://" + upstream.authority());

        assertThat(upstream.onlyRequest().requestLine()).isEqualTo("GET / HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/proxy/",
                "/proxy/ftp://host/x",
                "/proxy/http:/one-slash/x",
                "/proxy/http:///no-host",
                "/proxy/http://user:password@host/x",
                "/proxy/http://host:99999/x",
                "/proxy/http://host/{braces}",
                "/proxy/relative/path",
            })
    void refusesTargetThatIsNoPlainUrl(String target) throws Exception {
        String answer = rawGet(target);

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("UPSTREAM_INVALID")
                .contains("X-Weir-Decision: UNSCANNED");
        assertThat(scanApi.calls()).isEmpty();
    }

    @Test
    void passesDuplicateHeadersOnInOrderBothWays() throws Exception {
        upstream.answering("HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nContent-Length: 0\r\n\r\n");

        String answer = rawGet("/proxy/" + url("/"), "X-Tag: one\r\nX-Tag: two\r\n");

        assertThat(upstream.onlyRequest().headers("X-Tag")).containsExactly("one", "two");
        assertThat(scanApi.onlyCall().headers()).containsEntry("X-Tag", "one, two");
        assertThat(answer).containsSubsequence("Set-Cookie: a=1", "Set-Cookie: b=2");
    }

    @Test
    void removesHeadersOfTheConnectionBothWays() throws Exception {
        upstream.answering("HTTP/1.1 200 OK\r\nConnection: X-Hop\r\nX-Hop: 1\r\nKeep-Alive: timeout=5\r\n"
                + "X-Weir-Decision: ALLOW-FORGED\r\nContent-Length: 0\r\n\r\n");

        String answer = gateway.raw("GET /proxy/" + url("/") + " HTTP/1.1\r\nHost: gateway\r\n"
                + "Connection: close, X-Private\r\nX-Private: 1\r\nTE: trailers\r\n"
                + "Proxy-Authorization: Basic x\r\nX-Weir-Session: s\r\nX-Interven-Any: 1\r\n"
                + "X-Credential: " + TestGateway.KEY + "\r\nX-Kept: 1\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200");
        RawRequest request = upstream.onlyRequest();
        assertThat(request.headers("Host")).containsExactly(upstream.authority());
        assertThat(request.headers("X-Kept")).containsExactly("1");
        assertThat(request.headerLines())
                .noneMatch(line -> line.matches(
                        "(?i)(x-private|te|proxy-authorization|x-weir-.*|x-interven-.*|x-credential|user-agent):.*"));
        assertThat(answer).doesNotContain("X-Hop", "Keep-Alive", "FORGED");
    }

    @Test
    void servesClientsThatOfferToUpgradeToHttp2() throws Exception {
        // The JDK's client offers h2c on each connection unless it is told not to.
        HttpClient http = HttpClient.newHttpClient();

        HttpResponse<String> answer = http.send(gateway.request(url("/")).build(), BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("hello");
        assertThat(upstream.onlyRequest().headers("HTTP2-Settings")).isEmpty();
        assertThat(upstream.onlyRequest().headers("Upgrade")).isEmpty();
    }

    @Test
    void answersRequestsThatAreNoHttpInTheOneErrorFormat() throws Exception {
        assertThat(gateway.raw("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "REQUEST_INVALID");
        assertThat(rawGet("/" + "x".repeat(70_000))).startsWith("HTTP/1.1 4").contains("REQUEST_INVALID");
    }

    @Test
    void asksOnlyForCodingsThatItCanRead() throws Exception {
        rawGet("/proxy/" + url("/"), "Accept-Encoding: br;q=1.0, gzip;q=0.8, zstd\r\n");

        assertThat(upstream.onlyRequest().headers("Accept-Encoding")).containsExactly("gzip;q=0.8");
    }

    @Test
    void takesChunkedBodyAndSendsItWithItsLength() throws Exception {
        gateway.raw("POST /proxy/" + url("/") + " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n"
                + "Transfer-Encoding: chunked\r\nContent-Type: text/plain\r\n\r\n3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n");

        assertThat(upstream.onlyRequest().body()).isEqualTo("abcdefg");
        assertThat(upstream.onlyRequest().headers("Content-Length")).containsExactly("7");
        assertThat(upstream.onlyRequest().headers("Transfer-Encoding")).isEmpty();
    }

    @Test
    void handsChunkedResponseOn() throws Exception {
        upstream.answering("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n");

        assertThat(gateway.get(url("/")).body()).isEqualTo("abcdefg");
    }

    @Test
    void sendsAnEmptyBodyAsAnEmptyBody() throws Exception {
        gateway.raw(
                "POST /proxy/" + url("/") + " HTTP/1.1\r\nHost: g\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

        assertThat(upstream.onlyRequest().headers("Content-Length")).containsExactly("0");
    }

    @Test
    void answersHeadWithTheUpstreamsLengthAndNoBody() throws Exception {
        upstream.answering("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 1234\r\n\r\n");

        String answer =
                gateway.raw("HEAD /proxy/" + url("/") + " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("Content-Length: 1234")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"204 No Content", "304 Not Modified"})
    void handsOnStatusesWithoutBody(String status) throws Exception {
        upstream.answering("HTTP/1.1 " + status + "\r\nETag: \"x\"\r\n\r\n");

        HttpResponse<String> answer = gateway.get(url("/"));

        assertThat(answer.statusCode()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"x\"");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void handsRedirectsOnWithoutFollowingThem() throws Exception {
        upstream.answering("HTTP/1.1 302 Found\r\nLocation: http://elsewhere.example/\r\nContent-Length: 0\r\n\r\n");

        HttpResponse<String> answer = gateway.get(url("/"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("http://elsewhere.example/");
        assertThat(upstream.requests()).hasSize(1);
    }

    @Test
    void handsAuthenticationChallengesAndErrorsOn() throws Exception {
        upstream.answering(
                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"r\"\r\nContent-Length: 2\r\n\r\nno");

        HttpResponse<String> answer = gateway.get(url("/"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("no");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"r\"");
    }

    @Test
    void scansWhatStandsInAGzippedCallAndForwardsItAsItCame() throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("{\"a\":\"b\"}".getBytes(StandardCharsets.UTF_8));
        }
        var request = gateway.request(url("/"))
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(zipped.toByteArray()))
                .build();
        gateway.send(request, BodyHandlers.ofString());

        assertThat(scanApi.onlyCall().body()).isEqualTo(Map.of("a", "b"));
        assertThat(upstream.onlyRequest().body()).isEqualTo(zipped.toString(StandardCharsets.ISO_8859_1));
        assertThat(upstream.onlyRequest().headers("Content-Encoding")).containsExactly("gzip");
    }

    @Test
    void refusesCallInACodingThatItCannotUndo() throws Exception {
        var request = gateway.request(url("/"))
                .header("Content-Encoding", "br")
                .POST(BodyPublishers.ofString("x"))
                .build();

        assertThat(gateway.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(415);
        assertThat(upstream.requests()).isEmpty();
    }

    @Test
    void showsTheScanApiWhatCanBeReadInABinaryBody() throws Exception {
        byte[] bytes = "\u0000\u0001PK\u00ff\u00feaccount 4711\r\nclosed\u0080".getBytes(StandardCharsets.ISO_8859_1);
        var request = gateway.request(url("/"))
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(bytes))
                .build();
        gateway.send(request, BodyHandlers.ofString());

        assertThat(scanApi.onlyCall().body())
                .isEqualTo(Map.of(
                        "content_type",
                        "application/octet-stream",
                        "encoding",
                        "binary",
                        "bytes",
                        bytes.length,
                        "text",
                        " PK account 4711 closed"));
        assertThat(upstream.onlyRequest().body()).isEqualTo(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Test
    void showsTheScanApiTextWhoseCharsetIsNotDeclared() throws Exception {
        var request = gateway.request(url("/"))
                .POST(BodyPublishers.ofByteArray("account 4711".getBytes(StandardCharsets.UTF_16LE)))
                .build();
        gateway.send(request, BodyHandlers.ofString());

        assertThat(scanApi.onlyCall().body()).extracting("text").isEqualTo("account 4711");
    }

    @Test
    void scansJsonThatTwoReadersUnderstandDifferentlyAsText() throws Exception {
        String ambiguous = "{\"a\":\"first\",\"a\":\"second\"}";
        gateway.post(url("/"), "application/json", ambiguous);

        assertThat(scanApi.onlyCall().body()).isEqualTo(ambiguous);
        assertThat(upstream.onlyRequest().body()).isEqualTo(ambiguous);
    }

    @Test
    void refusesContextThatIsNotPercentEncoded() throws Exception {
        assertThat(rawGet("/proxy/" + url("/"), "X-Weir-Context: 100%\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void answersForUpstreamThatIsNotThere() throws Exception {
        int freePort;
        try (ServerSocket socket = new ServerSocket(0)) {
            freePort = socket.getLocalPort();
        }
        HttpResponse<String> answer = gateway.get("http://127.0.0.1:" + freePort + "/");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("UPSTREAM_UNREACHABLE");
    }

    @Test
    void breaksTheAnswerOffWhereTheUpstreamBreaksOff() throws Exception {
        upstream.responding((request, out) -> {
            RawUpstream.write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nhalf");
            throw new java.io.IOException("planned");
        });

        String answer = rawGet("/proxy/" + url("/"));

        assertThat(answer)
                .satisfiesAnyOf(
                        text -> assertThat(text).startsWith("HTTP/1.1 502"),
                        text -> assertThat(text).contains("Content-Length: 100"));
    }

    @Test
    void refusesUpstreamsThatTheOperatorHasNotPermitted() throws Exception {
        try (TestGateway strict =
                TestGateway.start(scanApi.url(), Map.of("upstreams_permitted", ".example.com,localhost"))) {
            HttpResponse<String> answer = strict.get(url("/"));

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("UPSTREAM_FORBIDDEN");
            assertThat(upstream.requests()).isEmpty();
        }
    }

    @Test
    void breaksLoopsThroughItself() throws Exception {
        String inner = "http://127.0.0.1:" + gateway.port() + "/proxy/" + url("/");

        HttpResponse<String> answer = gateway.get(inner);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("UPSTREAM_INVALID");
        assertThat(upstream.requests()).isEmpty();
    }

    @Test
    void refusesCallsBeyondItsNumber() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        upstream.responding((request, out) -> {
            arrived.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            RawUpstream.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });
        var threads = Executors.newSingleThreadExecutor();
        try (TestGateway narrow = TestGateway.start(scanApi.url(), Map.of("calls_max", "1"))) {
            Future<HttpResponse<String>> first = threads.submit(() -> narrow.get(url("/")));
            arrived.await();

            HttpResponse<String> second = narrow.get(url("/"));
            released.countDown();

            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(second.body()).contains("OVERLOADED");
            assertThat(first.get().statusCode()).isEqualTo(200);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void answersOperators() throws Exception {
        String health = rawGet("/-/health");
        String ready = rawGet("/-/ready");
        String metrics = rawGet("/-/metrics");

        assertThat(health).startsWith("HTTP/1.1 200").endsWith("{\"status\":\"ok\"}");
        assertThat(ready).startsWith("HTTP/1.1 200");
        assertThat(metrics).contains("weir_gateway_held_bytes");
        assertThat(rawGet("/elsewhere")).startsWith("HTTP/1.1 404").contains("NOT_FOUND");
    }
}
