package io.weir.edge.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.weir.edge.authority.CertificateAuthority;
import io.weir.edge.authority.HostCertificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An upstream with TLS, for the name localhost, that answers every request with hello. */
final class TlsUpstream implements AutoCloseable {

    private final HttpsServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    private TlsUpstream(HttpsServer server) {
        this.server = server;
    }

    /** An upstream whose certificate an authority in this directory has signed; the authority is made. */
    static TlsUpstream start(Path authority) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        HostCertificates certificates = new HostCertificates(CertificateAuthority.create(authority));
        TlsUpstream upstream = new TlsUpstream(server);
        server.setHttpsConfigurator(new HttpsConfigurator(certificates.context("localhost")) {
            @Override
            public void configure(HttpsParameters parameters) {
                upstream.connections.incrementAndGet();
                super.configure(parameters);
            }
        });
        server.createContext("/", upstream::answer);
        server.start();
        return upstream;
    }

    /** What a client has that trusts the authority in a directory, and no other. */
    static SSLContext trusting(Path authority) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry(
                "authority", CertificateAuthority.read(authority).certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        byte[] answer = "hello".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/plain");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    String authority() {
        return "localhost:" + server.getAddress().getPort();
    }

    /** Connections so far. */
    int connections() {
        return connections.get();
    }

    List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
