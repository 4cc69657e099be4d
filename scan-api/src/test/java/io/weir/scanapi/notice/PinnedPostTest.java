package io.weir.scanapi.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinnedPostTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final byte[] BODY = "{\"gr\u00fc\u00dfe\":1}".getBytes(StandardCharsets.UTF_8);
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final List<String> seen = new CopyOnWriteArrayList<>();

    @Test
    void connectsToTheAddressThatWasLookedAtWhateverTheNameIs() throws Exception {
        HttpServer server = listening(HttpServer.create(new InetSocketAddress(HERE, 0), 0));
        try {
            int port = server.getAddress().getPort();
            // The name cannot be looked up, so a second look would fail.
            URI url = URI.create("http://receiver.invalid:" + port + "/hook?a=b%20c");

            int status = post(standard()).send(url, HERE, Map.of("webhook-id", "msg_1"), BODY);

            assertThat(status).isEqualTo(204);
            assertThat(seen)
                    .containsExactly(
                            "receiver.invalid:" + port,
                            "/hook?a=b%20c",
                            "msg_1",
                            new String(BODY, StandardCharsets.UTF_8));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void believesACertificateOfTheNameAndOfNoOther() throws Exception {
        SSLContext tls = tls();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(HERE, 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        listening(server);
        try {
            String port = ":" + server.getAddress().getPort() + "/";

            assertThat(post(tls.getSocketFactory())
                            .send(URI.create("https://receiver.invalid" + port), HERE, Map.of("webhook-id", "x"), BODY))
                    .isEqualTo(204);
            assertThatThrownBy(() -> post(tls.getSocketFactory())
                            .send(URI.create("https://other.invalid" + port), HERE, Map.of(), BODY))
                    .isInstanceOf(SSLException.class);
            assertThatThrownBy(() ->
                            post(standard()).send(URI.create("https://receiver.invalid" + port), HERE, Map.of(), BODY))
                    .isInstanceOf(SSLException.class);
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'HTTP/1.1 200 OK|Content-Length: 0||', 200",
        "'HTTP/1.0 503|', 503",
        "'HTTP/1.1 103 Early Hints|Link: </a>||HTTP/1.1 404 Not Found||', 404",
        "'HTTP/1.1 100 Continue||HTTP/1.1 202 Accepted||', 202"
    })
    void readsTheStatusAndNothingElse(String answer, int status) throws Exception {
        assertThat(answered(answer.replace("|", "\r\n"), LONG)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"'SSH-2.0-server|'", "'HTTP/1.1 000 None|'", "'HTTP/2 200|'", "''", "'HTTP/1.1 100 Continue||'"})
    void takesNothingElseForAnAnswer(String answer) {
        assertThatThrownBy(() -> answered(answer.replace("|", "\r\n"), LONG)).isInstanceOf(IOException.class);
    }

    @Test
    void doesNotWaitForEver() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, HERE)) {
            URI url = URI.create("http://receiver.invalid:" + server.getLocalPort() + "/");
            PinnedPost post = new PinnedPost(standard(), Duration.ofMillis(200));

            assertThatThrownBy(() -> post.send(url, HERE, Map.of(), BODY)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    /** What becomes of an answer that is written as it is, after which the connection is closed. */
    private static int answered(String answer, Duration timeout) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, HERE)) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serve(server, answer));
            URI url = URI.create("http://receiver.invalid:" + server.getLocalPort() + "/");
            int status = new PinnedPost(standard(), timeout).send(url, HERE, Map.of(), BODY);
            served.join();
            return status;
        }
    }

    private static void serve(ServerSocket server, String answer) {
        try (Socket socket = server.accept()) {
            InputStream in = socket.getInputStream();
            byte[] end = new byte[BODY.length];
            StringBuilder read = new StringBuilder();
            while (!read.toString().endsWith(new String(BODY, StandardCharsets.ISO_8859_1))) {
                int count = in.read(end);
                read.append(new String(end, 0, Math.max(0, count), StandardCharsets.ISO_8859_1));
            }
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private <S extends HttpServer> S listening(S server) {
        server.createContext("/", exchange -> {
            seen.add(exchange.getRequestHeaders().getFirst("Host"));
            seen.add(exchange.getRequestURI().toString());
            seen.add(exchange.getRequestHeaders().getFirst("webhook-id"));
            seen.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static PinnedPost post(SSLSocketFactory tls) {
        return new PinnedPost(tls, LONG);
    }

    private static SSLSocketFactory standard() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    /** A certificate for one name, which both sides believe. */
    private SSLContext tls() throws Exception {
        Path file = folder.resolve("keys.p12");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        command.addAll(List.of("-alias", "one", "-keyalg", "EC", "-dname", "CN=receiver", "-validity", "30"));
        command.addAll(List.of("-ext", "san=dns:receiver.invalid", "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", file.toString(), "-storepass", new String(PASSWORD)));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        KeyStore believed = KeyStore.getInstance("PKCS12");
        believed.load(null, null);
        believed.setCertificateEntry("one", keys.getCertificate("one"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
