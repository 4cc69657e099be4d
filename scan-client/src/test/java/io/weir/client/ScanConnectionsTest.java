package io.weir.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.weir.platform.config.Secret;
import io.weir.platform.json.Json;
import io.weir.schemas.api.ResponseScanAnswer;
import io.weir.schemas.api.ResponseScanRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How the client's connections behave when the other side does not. */
class ScanConnectionsTest {

    private static final ResponseScanRequest REPORT = new ResponseScanRequest("t", "text", 200, null, null);
    private static final String ANSWER =
            Json.text(new ResponseScanAnswer("t", List.of(), 0, "0".repeat(64), true, List.of()));

    private static ScanClient client(URI url, int answerMillis) {
        return new ScanClient(new ScanClientConfig(url, Secret.NONE, 20_000, answerMillis, 10_000));
    }

    private static ScanClient client(RawScanApi api) {
        return client(api.url(), 20_000);
    }

    private static void report(ScanClient client) throws Exception {
        assertThat(client.observe(REPORT, CallerHeaders.NONE).traceId()).isEqualTo("t");
    }

    private static boolean answer(OutputStream out) throws IOException {
        RawScanApi.write(out, "", ANSWER);
        return true;
    }

    @Test
    void usesOneConnectionForRequestsOneAfterTheOther() throws Exception {
        try (RawScanApi api = RawScanApi.start((number, out) -> answer(out))) {
            ScanClient client = client(api);

            for (int i = 0; i < 5; i++) {
                report(client);
            }

            assertThat(api.connections()).isOne();
            assertThat(api.requests()).isEqualTo(5);
        }
    }

    @Test
    void usesAsManyConnectionsAsThereAreRequestsAtOnce() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        try (RawScanApi api = RawScanApi.start((number, out) -> {
            both.countDown();
            return both.await(5, TimeUnit.SECONDS) && answer(out);
        })) {
            ScanClient client = client(api);
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
                try {
                    report(client);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });

            report(client);
            other.get(5, TimeUnit.SECONDS);

            assertThat(api.connections()).isEqualTo(2);
        }
    }

    @Test
    void opensAnotherWhereTheServerSaysThatItCloses() throws Exception {
        try (RawScanApi api = RawScanApi.start((number, out) -> {
            RawScanApi.write(out, "Connection: close\r\n", ANSWER);
            return false;
        })) {
            ScanClient client = client(api);

            report(client);
            report(client);

            assertThat(api.connections()).isEqualTo(2);
        }
    }

    @Test
    void opensAnotherWhereTheServerHasEndedTheFirst() throws Exception {
        try (RawScanApi api = RawScanApi.start((number, out) -> answer(out))) {
            // Given
            ScanClient client = client(api);
            report(client);
            api.endConnections();

            // When
            report(client);

            // Then
            assertThat(api.connections()).isEqualTo(2);
        }
    }

    @Test
    void sendsNothingTwiceWhereAKeptConnectionFails() throws Exception {
        try (RawScanApi api = RawScanApi.start((number, out) -> number != 2 && answer(out))) {
            // Given
            ScanClient client = client(api);
            report(client);

            // When
            assertThatExceptionOfType(ScanUnavailable.class).isThrownBy(() -> report(client));
            assertThat(api.requests()).isEqualTo(2);

            // Then
            report(client);
            assertThat(api.requests()).isEqualTo(3);
        }
    }

    @Test
    void givesUpOnAServerThatDoesNotRead() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ScanClient client = client(URI.create("http://127.0.0.1:" + silent.getLocalPort()), 300);
            ResponseScanRequest large = new ResponseScanRequest("t", "x".repeat(32 << 20), 200, null, null);

            assertThatExceptionOfType(ScanUnavailable.class)
                    .isThrownBy(() -> client.observe(large, CallerHeaders.NONE))
                    .withMessageContaining("within 300 ms");
        }
    }

    @Test
    void givesUpOnAnAnswerThatNeverStopsComing() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (RawScanApi api = RawScanApi.start((number, out) -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                // Nothing that counts against the limit of the body: the client's time has to end it.
                out.write("1;".getBytes(StandardCharsets.US_ASCII));
                over.await(20, TimeUnit.MILLISECONDS);
            }
        })) {
            assertThatExceptionOfType(ScanUnavailable.class)
                    .isThrownBy(() -> report(client(api.url(), 300)))
                    .withMessageContaining("within 300 ms");
        }
    }

    @Test
    void isFreedByAnInterrupt() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (RawScanApi api = RawScanApi.start((number, out) -> {
            asked.countDown();
            new CountDownLatch(1).await();
            return false;
        })) {
            CompletableFuture<Throwable> end = new CompletableFuture<>();
            Thread asking = new Thread(() -> {
                try {
                    report(client(api));
                } catch (Throwable e) {
                    end.complete(e);
                }
            });
            asking.start();
            asked.await();

            asking.interrupt();

            assertThat(end.get(3, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        }
    }
}
