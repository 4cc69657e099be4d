package io.weir.edge.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An upstream on a plain socket: it keeps requests byte for byte and answers with the bytes that the test gives. */
final class RawUpstream implements AutoCloseable {

    /** Writes one whole response. */
    @FunctionalInterface
    interface Responder {
        void respond(RawRequest request, OutputStream out) throws IOException;
    }

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<RawRequest> requests = new CopyOnWriteArrayList<>();
    private volatile Responder responder = (request, out) ->
            write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello");

    private RawUpstream(ServerSocket socket) {
        this.socket = socket;
    }

    static RawUpstream start() throws IOException {
        RawUpstream upstream = new RawUpstream(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        upstream.threads.execute(upstream::accept);
        return upstream;
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    RawUpstream answering(String response) {
        responder = (request, out) -> write(out, response);
        return this;
    }

    RawUpstream responding(Responder newResponder) {
        responder = newResponder;
        return this;
    }

    int port() {
        return socket.getLocalPort();
    }

    String authority() {
        return "127.0.0.1:" + port();
    }

    List<RawRequest> requests() {
        return requests;
    }

    RawRequest onlyRequest() {
        if (requests.size() != 1) {
            throw new AssertionError("expected one request, got " + requests.size());
        }
        return requests.get(0);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            while (true) {
                RawRequest request = read(in);
                if (request == null) {
                    return;
                }
                requests.add(request);
                responder.respond(request, connection.getOutputStream());
            }
        } catch (IOException e) {
            // The gateway has closed the connection; what it did is asserted at its other end.
            return;
        }
    }

    private static @org.jspecify.annotations.Nullable RawRequest read(InputStream in) throws IOException {
        String requestLine = line(in);
        if (requestLine.isEmpty()) {
            return null;
        }
        List<String> headers = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            headers.add(line);
        }
        RawRequest head = new RawRequest(requestLine, List.copyOf(headers), "");
        return new RawRequest(requestLine, head.headerLines(), body(in, head));
    }

    private static String body(InputStream in, RawRequest head) throws IOException {
        if (head.headers("Transfer-Encoding").contains("chunked")) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
                body.write(in.readNBytes(size));
                line(in);
            }
            line(in);
            return body.toString(StandardCharsets.ISO_8859_1);
        }
        List<String> length = head.headers("Content-Length");
        return length.isEmpty()
                ? ""
                : new String(in.readNBytes(Integer.parseInt(length.get(0))), StandardCharsets.ISO_8859_1);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int unit = in.read(); unit >= 0 && unit != '\n'; unit = in.read()) {
            if (unit != '\r') {
                line.append((char) unit);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
