package io.weir.scanapi.notice;

import java.io.BufferedInputStream;
import java.io.IOException;
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
 * connection for each post, and redirects are not followed. Safe to share between threads.
 */
final class PinnedPost {

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
        return exchange(url, address, headers, body, ReplyReader::status);
    }

    /** As {@link #send}, and gives the text of the answer too. */
    Reply ask(URI url, InetAddress address, Map<String, String> headers, byte[] body) throws IOException {
        return exchange(url, address, headers, body, ReplyReader::whole);
    }

    /**
     * An answer.
     *
     * @param status of it
     * @param body its text, read as UTF-8
     */
    record Reply(int status, String body) {}

    private interface Part<T> {
        T of(ReplyReader reader) throws IOException;
    }

    private <T> T exchange(URI url, InetAddress address, Map<String, String> headers, byte[] body, Part<T> part)
            throws IOException {
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
                return part.of(new ReplyReader(new BufferedInputStream(socket.getInputStream()), () -> {
                    socket.setSoTimeout(left(ends));
                }));
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

    private static int left(long ends) throws SocketTimeoutException {
        long millis = TimeUnit.NANOSECONDS.toMillis(ends - System.nanoTime());
        if (millis <= 0) {
            throw new SocketTimeoutException("no answer in time");
        }
        return (int) millis;
    }
}
