package io.weir.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An upstream that closes a kept connection just as the next call comes: it has read the call, and says nothing. */
class KeptConnectionTest {

    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello";

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

    /** Answers but for these calls, at which it closes the connection. */
    private void closingAt(int first, int last) {
        AtomicInteger calls = new AtomicInteger();
        upstream.responding((request, out) -> {
            int call = calls.incrementAndGet();
            if (call >= first && call <= last) {
                throw new IOException("closed by the test");
            }
            RawUpstream.write(out, request.requestLine().startsWith("HEAD") ? HELLO.replace("hello", "") : HELLO);
        });
    }

    private HttpResponse<String> send(String method, String body) throws Exception {
        HttpRequest request = gateway.request("http://" + upstream.authority() + "/")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return gateway.send(request, BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "OPTIONS, ''", "HEAD, ''", "GET, {}"})
    void sendsACallThatChangesNothingOnceMoreOnAnotherConnection(String method, String body) throws Exception {
        closingAt(2, 2);
        send(method, body);

        assertThat(send(method, body).statusCode()).isEqualTo(200);

        assertThat(upstream.requests()).hasSize(3);
        assertThat(upstream.requests().get(2)).isEqualTo(upstream.requests().get(1));
        assertThat(scanApi.responses()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void neverSendsAWriteTwice(String method) throws Exception {
        closingAt(2, 2);
        send(method, "{}");

        assertThat(send(method, "{}").statusCode()).isEqualTo(502);
        assertThat(upstream.requests()).hasSize(2);
    }

    @Test
    void triesNoMoreThanOnce() throws Exception {
        closingAt(1, 9);

        assertThat(send("GET", "").statusCode()).isEqualTo(502);
        assertThat(upstream.requests()).hasSize(2);
    }

    @Test
    void doesNotAskAgainForAResponseThatHasBegun() throws Exception {
        upstream.responding((request, out) -> {
            RawUpstream.write(out, "HTTP/1.1 200 OK\r\nContent-");
            throw new IOException("closed by the test");
        });

        assertThat(send("GET", "").statusCode()).isEqualTo(502);
        assertThat(upstream.requests()).hasSize(1);
    }
}
