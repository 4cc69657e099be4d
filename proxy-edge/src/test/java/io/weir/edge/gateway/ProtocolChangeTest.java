package io.weir.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HostPortHttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.api.Session;
import org.eclipse.jetty.http2.api.Stream;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.frames.HeadersFrame;
import org.eclipse.jetty.util.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to make a connection carry something that is not HTTP any more, and that nobody would read. */
class ProtocolChangeTest {

    private static final String SOCKET_HEADERS = "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nConnection: close\r\n\r\n";

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Upgrade: websocket\r\n",
                "upgrade: WebSocket\r\n",
                "Upgrade: h2c, websocket/13\r\n",
                "Upgrade: h2c\r\nUpgrade: websocket\r\n",
                "Upgrade:\twebsocket \r\n",
            })
    void refusesWebSocketsBeforeAnythingIsForwarded(String upgrade) throws Exception {
        String answer = gateway.raw(
                "GET /proxy/http://" + upstream.authority() + "/ HTTP/1.1\r\nHost: g\r\n" + upgrade + SOCKET_HEADERS);

        assertThat(answer).startsWith("HTTP/1.1 403").contains("UPSTREAM_FORBIDDEN", "X-Weir-Mode: enforce");
        assertThat(upstream.requests()).isEmpty();
        assertThat(scanApi.calls()).isEmpty();
    }

    @Test
    void refusesWebSocketsOfHttp2() throws Exception {
        HTTP2Client client = new HTTP2Client();
        client.start();
        try {
            Session session = client.connect(
                            new InetSocketAddress("127.0.0.1", gateway.port()), new Session.Listener() {})
                    .get(10, TimeUnit.SECONDS);
            MetaData.Request connect = new MetaData.ConnectRequest(
                    HttpScheme.HTTP,
                    new HostPortHttpField("127.0.0.1:" + gateway.port()),
                    "/proxy/http://" + upstream.authority() + "/",
                    HttpFields.EMPTY,
                    "websocket");
            Promise.Completable<Integer> status = new Promise.Completable<>();
            session.newStream(new HeadersFrame(connect, null, false), Promise.noop(), new Stream.Listener() {
                @Override
                public void onHeaders(Stream stream, HeadersFrame frame) {
                    status.succeeded(((MetaData.Response) frame.getMetaData()).getStatus());
                }
            });

            assertThat(status.get(10, TimeUnit.SECONDS)).isEqualTo(403);
            assertThat(upstream.requests()).isEmpty();
        } finally {
            client.stop();
        }
    }

    @Test
    void handsOnNoChangeOfProtocolThatNobodyAskedFor() throws Exception {
        upstream.answering("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\nraw");

        String answer = gateway.raw(
                "GET /proxy/http://" + upstream.authority() + "/ HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 502")
                .contains("UPSTREAM_UNREACHABLE")
                .doesNotContain("raw");
    }
}
