package io.weir.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.api.ResponseScanRequest;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayReportTest {

    private static final int WINDOW_BYTES = 8_192;
    private static final int OVERLAP = 256;

    private FakeScanApi scanApi;
    private RawUpstream upstream;
    private TestGateway gateway;

    @BeforeEach
    void start() throws Exception {
        scanApi = FakeScanApi.start();
        upstream = RawUpstream.start();
        gateway = TestGateway.start(
                scanApi.url(),
                Map.of("report_window_bytes", "" + WINDOW_BYTES, "report_total_bytes", "100000", "hold_millis", "50"));
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        upstream.close();
        scanApi.close();
    }

    private String url() {
        return "http://" + upstream.authority() + "/";
    }

    private static String ok(String contentType, String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    private @Nullable Object onlyReport() {
        assertThat(scanApi.responses()).hasSize(1);
        return scanApi.responses().get(0).responseBody();
    }

    @Test
    void reportsShortJsonAsATreeUnderTheCallsTraceAndSession() throws Exception {
        upstream.answering(
                "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"a\":[1,\"two\"]}");

        gateway.get(url());

        ResponseScanRequest report = scanApi.responses().get(0);
        assertThat(onlyReport()).isEqualTo(Map.of("a", List.of(1, "two")));
        assertThat(report.traceId()).isEqualTo(FakeScanApi.TRACE_ID);
        assertThat(report.sessionId()).isEqualTo(FakeScanApi.SESSION_ID);
        assertThat(report.responseStatus()).isEqualTo(201);
    }

    @Test
    void reportsTextAsText() throws Exception {
        upstream.answering(ok("text/html", "<p>hello</p>"));

        gateway.get(url());

        assertThat(onlyReport()).isEqualTo("<p>hello</p>");
    }

    @Test
    void reportsAnEmptyResponseToo() throws Exception {
        upstream.answering("HTTP/1.1 204 No Content\r\n\r\n");

        gateway.get(url());

        assertThat(onlyReport()).isEqualTo("");
    }

    @Test
    void reportsBeforeTheAgentSeesAnything() throws Exception {
        // Given an upstream whose answer is complete, and a scan API that takes its time
        CountDownLatch mayAcknowledge = new CountDownLatch(1);
        CountDownLatch reportArrived = new CountDownLatch(1);
        scanApi.onResponse(() -> {
            reportArrived.countDown();
            await(mayAcknowledge);
        });
        upstream.answering(ok("text/plain", "content"));

        // When
        var answer = java.util.concurrent.CompletableFuture.supplyAsync(() -> {
            try {
                return gateway.get(url());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        reportArrived.await();

        // Then
        assertThat(answer).isNotDone();
        mayAcknowledge.countDown();
        assertThat(answer.get().body()).isEqualTo("content");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void reportsLongTextInPartsThatOverlapAndLoseNothing() throws Exception {
        String text =
                IntStream.range(0, 5_000).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
        upstream.answering(ok("text/plain", text));

        assertThat(gateway.get(url()).body()).isEqualTo(text);

        List<String> parts = reportedTexts();
        assertThat(parts).hasSizeGreaterThan(5);
        assertThat(parts).allMatch(part -> part.length() <= WINDOW_BYTES);
        assertThat(joined(parts)).isEqualTo(text);
    }

    private List<String> reportedTexts() {
        return scanApi.responses().stream()
                .map(report -> String.valueOf(report.responseBody()))
                .toList();
    }

    private static String joined(List<String> parts) {
        StringBuilder whole = new StringBuilder(parts.get(0));
        for (String part : parts.subList(1, parts.size())) {
            String repeated = part.substring(0, Math.min(OVERLAP, part.length()));
            assertThat(whole.toString()).endsWith(repeated);
            whole.append(part.substring(repeated.length()));
        }
        return whole.toString();
    }

    @Test
    void readsGzipForTheReportAndHandsItOnAsItCame() throws Exception {
        byte[] zipped = gzip("text that was zipped".getBytes(StandardCharsets.UTF_8));
        upstream.responding((request, out) -> {
            RawUpstream.write(
                    out,
                    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\n" + "Content-Length: "
                            + zipped.length + "\r\n\r\n");
            out.write(zipped);
            out.flush();
        });

        HttpResponse<byte[]> answer = gateway.send(gateway.request(url()).build(), BodyHandlers.ofByteArray());

        assertThat(onlyReport()).isEqualTo("text that was zipped");
        assertThat(answer.body()).isEqualTo(zipped);
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    @Test
    void staysWithinTheTotalWhereAShortBodyExpandsWithoutEnd() throws Exception {
        byte[] bomb = gzip(new byte[16 << 20]);
        upstream.responding((request, out) -> {
            RawUpstream.write(
                    out,
                    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\n" + "Content-Length: "
                            + bomb.length + "\r\n\r\n");
            out.write(bomb);
            out.flush();
        });

        HttpResponse<byte[]> answer = gateway.send(gateway.request(url()).build(), BodyHandlers.ofByteArray());

        assertThat(answer.body()).isEqualTo(bomb);
        assertThat(scanApi.responses()).hasSizeBetween(10, 20);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(plain);
        }
        return zipped.toByteArray();
    }

    @Test
    void reportsBinaryBySizeOnly() throws Exception {
        upstream.answering(ok("image/png", "\u0089PNG\r\n\u0000\u0000"));

        gateway.get(url());

        assertThat(onlyReport()).isEqualTo(Map.of("unread_body_type", "image/png", "unread_body_bytes", 8));
        assertThat(gateway.metrics().scrape()).contains("weir_gateway_response_unread_bytes_total 8.0");
    }

    @Test
    void looksAtBodiesThatDoNotSayWhatTheyAre() throws Exception {
        upstream.answering("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ntext");
        gateway.get(url());
        upstream.answering("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n\u0000\u0001\u0002\u0003");
        gateway.get(url());

        assertThat(scanApi.responses().get(0).responseBody()).isEqualTo("text");
        assertThat(scanApi.responses().get(1).responseBody())
                .isEqualTo(Map.of("unread_body_type", "", "unread_body_bytes", 4));
    }

    @Test
    void letsEventsFlowAsTheyCome() throws Exception {
        // Given a stream whose second event is sent only after the agent has seen the first
        CountDownLatch firstSeen = new CountDownLatch(1);
        upstream.responding((request, out) -> {
            RawUpstream.write(
                    out, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
            RawUpstream.write(out, "a\r\ndata: one\n\r\n");
            await(firstSeen);
            RawUpstream.write(out, "a\r\ndata: two\n\r\n0\r\n\r\n");
        });

        // When
        HttpResponse<InputStream> answer = gateway.send(gateway.request(url()).build(), BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            // Then
            assertThat(lines.readLine()).isEqualTo("data: one");
            assertThat(reportedTexts()).containsExactly("data: one\n");
            firstSeen.countDown();
            assertThat(lines.readLine()).isEqualTo("data: two");
            assertThat(lines.readLine()).isNull();
        }
        assertThat(reportedTexts()).containsExactly("data: one\n", "data: one\ndata: two\n");
    }

    @Test
    void showsTheHeadersOfAStreamBeforeItsFirstEvent() throws Exception {
        CountDownLatch headersSeen = new CountDownLatch(1);
        upstream.responding((request, out) -> {
            RawUpstream.write(
                    out, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
            await(headersSeen);
            RawUpstream.write(out, "0\r\n\r\n");
        });

        HttpResponse<InputStream> answer = gateway.send(gateway.request(url()).build(), BodyHandlers.ofInputStream());

        assertThat(answer.statusCode()).isEqualTo(200);
        headersSeen.countDown();
        assertThat(answer.body().readAllBytes()).isEmpty();
    }

    @Test
    void streamsLargeResponseWithBoundedMemory() throws Exception {
        // Given 64 MB of text, made while it is sent
        long total = 64L << 20;
        byte[] block = "0123456789abcdef".repeat(1024).getBytes(StandardCharsets.US_ASCII);
        upstream.responding((request, out) -> {
            RawUpstream.write(
                    out, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + total + "\r\n\r\n");
            for (long sent = 0; sent < total; sent += block.length) {
                out.write(block);
            }
            out.flush();
        });

        // When
        HttpResponse<InputStream> answer = gateway.send(gateway.request(url()).build(), BodyHandlers.ofInputStream());
        long received = 0;
        byte[] buffer = new byte[64 << 10];
        try (InputStream in = answer.body()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                received += n;
            }
        }

        // Then
        assertThat(received).isEqualTo(total);
        assertThat(mostHeldBytes()).isBetween(1L, WINDOW_BYTES + (64L << 10));
        assertThat(scanApi.responses()).hasSizeBetween(10, 20);
        Awaitility.await().until(() -> gateway.metrics().scrape().contains("weir_gateway_held_bytes 0.0"));
        assertThat(gateway.metrics().scrape())
                .containsPattern("weir_gateway_response_unread_bytes_total 6\\.[67]\\d*E7");
    }

    private long mostHeldBytes() {
        String line = gateway.metrics()
                .scrape()
                .lines()
                .filter(text -> text.startsWith("weir_gateway_held_bytes_most "))
                .findFirst()
                .orElseThrow();
        return (long) Double.parseDouble(line.substring(line.indexOf(' ')));
    }

    @Test
    void readsFromTheUpstreamOnlyAsFastAsTheAgentReads() throws Exception {
        // Given an upstream that would send 64 MB, and an agent that reads nothing of it
        AtomicLong sent = new AtomicLong();
        byte[] block = new byte[64 << 10];
        CountDownLatch stuck = new CountDownLatch(1);
        upstream.responding((request, out) -> {
            RawUpstream.write(out, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 67108864\r\n\r\n");
            stuck.countDown();
            for (int i = 0; i < 1024; i++) {
                out.write(block);
                sent.addAndGet(block.length);
            }
        });
        try (var socket = new java.net.Socket()) {
            socket.setReceiveBufferSize(32 << 10);
            socket.connect(new java.net.InetSocketAddress("127.0.0.1", gateway.port()));
            socket.getOutputStream()
                    .write(("GET /proxy/" + url() + " HTTP/1.1\r\nHost: g\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            stuck.await();

            // When nothing moves any more
            long before;
            do {
                before = sent.get();
                new CountDownLatch(1).await(300, java.util.concurrent.TimeUnit.MILLISECONDS);
            } while (sent.get() != before);

            // Then it stopped at what the sockets hold, far from the whole
            assertThat(sent.get()).isLessThan(32L << 20);
            assertThat(mostHeldBytes()).isLessThan(WINDOW_BYTES + (64L << 10));
        }
    }
}
