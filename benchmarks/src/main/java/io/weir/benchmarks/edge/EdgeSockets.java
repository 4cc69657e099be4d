package io.weir.benchmarks.edge;

import io.weir.edge.authority.CertificateAuthority;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Connections of clients to ports of this machine. */
final class EdgeSockets {

    private EdgeSockets() {}

    static Socket plain(int port) throws IOException {
        return new Socket("127.0.0.1", port);
    }

    /** A secured connection to localhost that trusts the authority in a directory. */
    static Socket secured(Socket below, Path authority) throws IOException {
        SSLSocket socket = (SSLSocket)
                trusting(authority).getSocketFactory().createSocket(below, "localhost", below.getPort(), true);
        socket.startHandshake();
        return socket;
    }

    /** A connection through a proxy to a port of localhost. */
    static Socket tunnel(int proxyPort, int port) throws IOException {
        Socket socket = plain(proxyPort);
        String target = "localhost:" + port;
        socket.getOutputStream()
                .write(("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int unit = socket.getInputStream().read();
            if (unit < 0) {
                throw new IOException("the proxy ended the connection: " + head);
            }
            head.append((char) unit);
        }
        if (!head.toString().startsWith("HTTP/1.1 200")) {
            throw new IOException("the proxy opens no tunnel: " + head);
        }
        return socket;
    }

    private static SSLContext trusting(Path authority) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "authority", CertificateAuthority.read(authority).certificate());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("the authority cannot be trusted", e);
        }
    }
}
