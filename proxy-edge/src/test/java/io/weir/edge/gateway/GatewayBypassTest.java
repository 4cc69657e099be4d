package io.weir.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.platform.json.Json;
import io.weir.schemas.api.ScanRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ways around a gateway. Whatever reaches the upstream was scanned as what it is, with the marker in it. */
class GatewayBypassTest {

    private static final String MARKER = "MARKER-4711";

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

    private void send(String request) throws IOException {
        gateway.raw(request.replace("{up}", upstream.authority()));
    }

    private static Arguments framing(String name, String... lines) {
        return Arguments.of(name, String.join("\r\n", lines));
    }

    /** Two readers of these would find different bodies, or a second request in the body. */
    static Stream<Arguments> ambiguousFraming() {
        String post = "POST /proxy/http://{up}/x HTTP/1.1";
        String host = "Host: g\r\nConnection: close";
        String inner = "GET /proxy/http://{up}/hidden HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n";
        return Stream.of(
                framing(
                        "length and chunks",
                        post,
                        host,
                        "Content-Length: 4",
                        "Transfer-Encoding: chunked",
                        "",
                        "0",
                        "",
                        inner),
                framing(
                        "chunks and length",
                        post,
                        host,
                        "Transfer-Encoding: chunked",
                        "Content-Length: 6",
                        "",
                        "0",
                        "",
                        inner),
                framing("two lengths", post, host, "Content-Length: 0", "Content-Length: 60", "", inner),
                framing("list of lengths", post, host, "Content-Length: 5, 5", "", "hello" + inner),
                framing("signed length", post, host, "Content-Length: +5", "", "hello" + inner),
                framing("negative length", post, host, "Content-Length: -1", "", "hello" + inner),
                framing("hexadecimal length", post, host, "Content-Length: 0x5", "", "hello" + inner),
                framing("blank before the colon", post, host, "Transfer-Encoding : chunked", "", "0", "", inner),
                framing("unknown coding", post, host, "Transfer-Encoding: xchunked", "", "0", "", inner),
                framing("chunked not last", post, host, "Transfer-Encoding: chunked, identity", "", "0", "", inner),
                framing("chunked twice", post, host, "Transfer-Encoding: chunked, chunked", "", "0", "", inner),
                framing("folded header", post, host, "Transfer-Encoding:", " chunked", "", "0", "", inner),
                framing("folded line", post, host, "X-A: b", " Content-Length: 5", "", "hello" + inner),
                framing("huge chunk", post, host, "Transfer-Encoding: chunked", "", "FFFFFFFFFFFFFFFFF", inner),
                framing("chunk with a minus", post, host, "Transfer-Encoding: chunked", "", "-1", inner),
                framing("two hosts", post, host, "Host: other", "", inner),
                framing("no host", post, "Content-Length: 0", "", inner),
                framing("zero in a header", post, host, "X-A: b\0c", "Content-Length: 0", "", inner),
                framing("return in a header", post, host, "X-A: b\rContent-Length: 5", "", "hello" + inner),
                framing("no version", "GET /proxy/http://{up}/x", "", inner),
                framing("version 2 in the clear", "GET /proxy/http://{up}/x HTTP/2.0", host, "", inner),
                framing("blank in the target", "GET /proxy/http://{up}/x y HTTP/1.1", host, "", inner),
                framing("absolute form, another host", "GET http://{up}/x HTTP/1.1", host, "", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ambiguousFraming")
    void forwardsNothingWhoseFramingIsAmbiguous(String name, String request) throws IOException {
        send(request);

        assertThat(upstream.requests()).as(name).isEmpty();
    }

    /** Odd, but every reader finds the same. */
    static Stream<Arguments> oddRequests() {
        String host = "Host: g\r\nConnection: close\r\n";
        return Stream.of(
                Arguments.of(
                        "two blanks after the method",
                        "GET  /proxy/http://{up}/" + MARKER + " HTTP/1.1\r\n" + host + "\r\n"),
                Arguments.of(
                        "encoded slashes and dots",
                        "GET /proxy/http://{up}/a%2F%2e%2e%2f" + MARKER + " HTTP/1.1\r\n" + host + "\r\n"),
                Arguments.of(
                        "encoded letters", "GET /proxy/http://{up}/%6d/" + MARKER + " HTTP/1.1\r\n" + host + "\r\n"),
                Arguments.of(
                        "dots of the gateway's own path",
                        "GET /proxy/http://{up}/../../-/health?" + MARKER + " HTTP/1.1\r\n" + host + "\r\n"),
                Arguments.of(
                        "absolute form to the gateway",
                        "GET http://g/proxy/http://{up}/" + MARKER + " HTTP/1.1\r\n" + host + "\r\n"),
                Arguments.of(
                        "bare line feeds",
                        "GET /proxy/http://{up}/" + MARKER + " HTTP/1.1\nHost: g\nConnection: close\n\n"),
                Arguments.of("unknown method", "EXFIL /proxy/http://{up}/" + MARKER + " HTTP/1.1\r\n" + host + "\r\n"),
                Arguments.of(
                        "method in another case", "get /proxy/http://{up}/" + MARKER + " HTTP/1.1\r\n" + host + "\r\n"),
                Arguments.of(
                        "scheme in another case", "GET /proxy/HTTP://{up}/" + MARKER + " HTTP/1.1\r\n" + host + "\r\n"),
                Arguments.of(
                        "body of a GET",
                        "GET /proxy/http://{up}/ HTTP/1.1\r\n" + host + "Content-Length: 11\r\n\r\n" + MARKER),
                Arguments.of("header", "GET /proxy/http://{up}/ HTTP/1.1\r\n" + host + "X-A: " + MARKER + "\r\n\r\n"),
                Arguments.of(
                        "header that is empty first",
                        "GET /proxy/http://{up}/ HTTP/1.1\r\n" + host + "X-A:\r\nX-A: " + MARKER + "\r\n\r\n"),
                Arguments.of(
                        "header twice, cases differ",
                        "GET /proxy/http://{up}/ HTTP/1.1\r\n" + host + "X-A: 1\r\nx-a: " + MARKER + "\r\n\r\n"),
                Arguments.of(
                        "chunk extensions",
                        "POST /proxy/http://{up}/ HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nb;x=y\r\n"
                                + MARKER + "\r\n0\r\n\r\n"),
                Arguments.of(
                        "two requests in a row",
                        "POST /proxy/http://{up}/" + MARKER
                                + " HTTP/1.1\r\nHost: g\r\nContent-Length: 0\r\n\r\nGET /proxy/http://{up}/"
                                + MARKER + " HTTP/1.1\r\n" + host + "\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddRequests")
    void scansWhatIsForwardedByteForByte(String name, String request) throws IOException {
        send(request);

        assertThat(upstream.requests()).as(name).isNotEmpty();
        assertEachForwardedCallWasScanned();
    }

    private void assertEachForwardedCallWasScanned() {
        assertThat(scanApi.calls()).hasSize(upstream.requests().size());
        for (int i = 0; i < upstream.requests().size(); i++) {
            RawRequest forwarded = upstream.requests().get(i);
            ScanRequest scanned = scanApi.calls().get(i);
            String path = String.valueOf(scanned.url()).substring(("http://" + upstream.authority()).length());
            assertThat(forwarded.requestLine()).isEqualTo(scanned.method() + " " + path + " HTTP/1.1");
            assertThat(Json.text(scanned)).contains(MARKER);
        }
    }

    /** Content types and bodies that gateway and upstream could read in different ways. */
    static Stream<Arguments> bodies() {
        byte[] json = ("{\"a\":\"" + MARKER + "\"}").getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                body(
                        "duplicate keys, marker first",
                        "{\"a\":\"" + MARKER + "\",\"a\":1}",
                        "Content-Type: application/json"),
                body(
                        "duplicate keys, marker last",
                        "{\"a\":1,\"a\":\"" + MARKER + "\"}",
                        "Content-Type: application/json"),
                body(
                        "duplicate keys, one escaped",
                        "{\"a\":1,\"\\u0061\":\"" + MARKER + "\"}",
                        "Content-Type: application/json"),
                body("byte order mark", "\ufeff{\"a\":\"" + MARKER + "\"}", "Content-Type: application/json"),
                body("comment", "{/*" + MARKER + "*/\"a\":1}", "Content-Type: application/json"),
                body("single quotes", "{'a':'" + MARKER + "'}", "Content-Type: application/json"),
                body("behind the value", "{\"a\":1} {\"b\":\"" + MARKER + "\"}", "Content-Type: application/json"),
                body(
                        "very deep",
                        "[".repeat(5000) + "\"" + MARKER + "\"" + "]".repeat(5000),
                        "Content-Type: application/json"),
                body(
                        "two content types",
                        new String(json, StandardCharsets.UTF_8),
                        "Content-Type: image/png\r\nContent-Type: application/json"),
                body("picture that is JSON", new String(json, StandardCharsets.UTF_8), "Content-Type: image/png"),
                body("no content type", new String(json, StandardCharsets.UTF_8), "X-A: b"),
                body(
                        "unknown charset",
                        new String(json, StandardCharsets.UTF_8),
                        "Content-Type: application/json; charset=x-none"),
                body(
                        "charset that it is not in",
                        new String(json, StandardCharsets.UTF_8),
                        "Content-Type: text/plain; charset=utf-16"),
                body(
                        "EBCDIC declared",
                        new String(json, StandardCharsets.UTF_8),
                        "Content-Type: text/plain; charset=IBM037"),
                Arguments.of(
                        "UTF-16 as JSON", MARKER.getBytes(StandardCharsets.UTF_16LE), "Content-Type: application/json"),
                Arguments.of(
                        "zero bytes between",
                        (MARKER + "\0\0\0").getBytes(StandardCharsets.UTF_8),
                        "Content-Type: text/plain"),
                Arguments.of(
                        "stray byte",
                        concat(MARKER.getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xff}),
                        "Content-Type: text/plain"));
    }

    private static Arguments body(String name, String body, String headerLines) {
        return Arguments.of(name, body.getBytes(StandardCharsets.UTF_8), headerLines);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void seesWhatIsInABodyHoweverItIsDeclared(String name, byte[] body, String headerLines) throws IOException {
        send(post(headerLines, body));

        assertThat(upstream.onlyRequest().body()).as(name).isEqualTo(new String(body, StandardCharsets.ISO_8859_1));
        assertThat(Json.text(scanApi.onlyCall())).contains(MARKER);
    }

    private static String post(String headerLines, byte[] body) {
        return "POST /proxy/http://{up}/ HTTP/1.1\r\nHost: g\r\nConnection: close\r\n" + headerLines
                + "\r\nContent-Length: " + body.length + "\r\n\r\n" + new String(body, StandardCharsets.ISO_8859_1);
    }

    /** Places in a gzip where nobody looks. */
    static Stream<Arguments> gzips() throws IOException {
        byte[] plain = gzip("{}");
        byte[] named = plain.clone();
        named[3] = 8;
        byte[] commented = plain.clone();
        commented[3] = 16;
        byte[] extra = plain.clone();
        extra[3] = 4;
        byte[] damaged = plain.clone();
        damaged[damaged.length - 5]++;
        return Stream.of(
                Arguments.of("bytes behind it", concat(plain, MARKER.getBytes(StandardCharsets.UTF_8)), "gzip"),
                Arguments.of(
                        "many bytes behind it",
                        concat(plain, MARKER.repeat(9).getBytes(StandardCharsets.UTF_8)),
                        "gzip"),
                Arguments.of("second member", concat(plain, gzip(MARKER)), "gzip"),
                Arguments.of("name", named, "gzip"),
                Arguments.of("comment", commented, "gzip"),
                Arguments.of("extra field", extra, "gzip"),
                Arguments.of("wrong checksum", damaged, "gzip"),
                Arguments.of("cut off", Arrays.copyOf(plain, plain.length - 3), "gzip"),
                Arguments.of("not gzip", MARKER.getBytes(StandardCharsets.UTF_8), "gzip"),
                Arguments.of("deflate", plain, "deflate"),
                Arguments.of("two codings", plain, "gzip, br"),
                Arguments.of("two headers", plain, "identity\r\nContent-Encoding: br"));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return zipped.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("gzips")
    void forwardsNoCodedBodyThatHoldsMoreThanItsContent(String name, byte[] body, String coding) throws IOException {
        send(post("Content-Type: application/json\r\nContent-Encoding: " + coding, body));

        assertThat(upstream.requests()).as(name).isEmpty();
    }

    @Test
    void readsGzipInGzip() throws IOException {
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(twice)) {
            gzip.write(gzip(MARKER));
        }
        send(post("Content-Type: text/plain\r\nContent-Encoding: gzip, gzip", twice.toByteArray()));

        assertThat(scanApi.onlyCall().body()).isEqualTo(MARKER);
    }

    @Test
    void forwardsNothingOfACallInWhichTheScanApiDiesAndGoesOnOnceItIsBack() throws Exception {
        // Given a scan API that dies in the middle of a scan
        int port = scanApi.url().getPort();
        String url = "http://" + upstream.authority() + "/";
        assertThat(gateway.get(url).statusCode()).isEqualTo(200);
        scanApi.dying();

        // When it dies, and while it is away
        var atDeath = gateway.get(url);
        var away = gateway.get(url);

        // Then nothing was forwarded unscanned
        assertThat(List.of(atDeath, away)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("X-Weir-Decision")).hasValue("UNSCANNED");
        });
        assertThat(upstream.requests()).hasSize(1);

        // And once it is back the same gateway goes on
        scanApi.close();
        try (FakeScanApi back = FakeScanApi.start(port)) {
            assertThat(gateway.get(url).statusCode()).isEqualTo(200);
            assertThat(back.calls()).hasSize(1);
            assertThat(upstream.requests()).hasSize(2);
        }
    }
}
