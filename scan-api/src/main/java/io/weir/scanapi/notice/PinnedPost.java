package io.weir.scanapi.notice;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Posts to an address that somebody has looked at, over a connection to that very address: between the look and the
 * connection the name is not looked up again, so nobody can answer it otherwise (DNS rebinding). HTTP/1.1, one
 * connection for each post, redirects are not followed, and of the answer only the status is read. Safe to share
 * between threads.
 */
final class PinnedPost {

    private static final int HEAD_BYTES_MAX = 16_384;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final SSLSocketFactory tls;
    private final Duration timeout;

    /**
     * Posts with these certificates.
     *
     * @param timeout for the whole of a post
     */
    PinnedPost(SSLSocketFactory tls, Duration timeout) {
        this.tls = tls;
        this.timeout = timeout;
    }

    /**
     * Posts.
     *
     * @param url http or https; its host is what the certificate must name
     * @param address where to connect
     * @return the status of the answer
     * @throws IOException if there is none in time
     */
    int send(URI url, InetAddress address, Map<String, String> headers, byte[] body) throws IOException {
        long ends = System.nanoTime() + timeout.toNanos();
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        int standard = secure ? HTTPS_PORT : HTTP_PORT;
        int port = url.getPort() < 0 ? standard : url.getPort();
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, port), left(ends));
            plain.setSoTimeout(left(ends));
            try (Socket socket = secure ? secured(plain, url.getHost(), port) : plain) {
                OutputStream out = socket.getOutputStream();
                out.write(head(url, headers, body.length).getBytes(StandardCharsets.US_ASCII));
                out.write(body);
                out.flush();
                return status(socket, ends);
            }
        }
    }

    private SSLSocket secured(Socket plain, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, host.replaceAll("[\\[\\]]", ""), port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static String head(URI url, Map<String, String> headers, int length) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        String host = url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
        StringBuilder head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\nHost: " + host + "\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head + "Content-Length: " + length + "\r\nConnection: close\r\n\r\n";
    }

    /** The status of the answer, which may come after others that only say that it will. */
    private static int status(Socket socket, long ends) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        StringBuilder line = new StringBuilder();
        int status = 0;
        for (int read = 0; read < HEAD_BYTES_MAX; read++) {
            socket.setSoTimeout(left(ends));
            int unit = in.read();
            if (unit < 0) {
                break;
            }
            if (unit != '\n') {
                line.append((char) unit);
                continue;
            }
            status = status == 0 ? status(line.toString()) : status;
            if (status >= 200) {
                return status;
            }
            status = line.toString().isBlank() ? 0 : status;
            line.setLength(0);
        }
        throw new IOException("the answer has no status");
    }

    private static int status(String line) throws IOException {
        if (!line.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?\r?")) {
            throw new IOException("the answer is not HTTP/1.1");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static int left(long ends) throws SocketTimeoutException {
        long millis = TimeUnit.NANOSECONDS.toMillis(ends - System.nanoTime());
        if (millis <= 0) {
            throw new SocketTimeoutException("no answer in time");
        }
        return (int) millis;
    }
}
