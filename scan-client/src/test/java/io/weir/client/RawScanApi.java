package io.weir.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on plain sockets that counts connections and requests, and does with each what the test says. */
final class RawScanApi implements AutoCloseable {

    /** What is done with one request. */
    @FunctionalInterface
    interface Responder {
        /** Returns whether the connection stays. */
        boolean respond(int number, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final Responder responder;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<Integer> requests = new CopyOnWriteArrayList<>();

    private RawScanApi(ServerSocket socket, Responder responder) {
        this.socket = socket;
        this.responder = responder;
    }

    static RawScanApi start(Responder responder) throws IOException {
        RawScanApi api = new RawScanApi(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), responder);
        api.threads.execute(api::accept);
        return api;
    }

    static void write(OutputStream out, String head, String body) throws IOException {
        String answer = "HTTP/1.1 200 OK\r\n" + head + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    int connections() {
        return connections.size();
    }

    int requests() {
        return requests.size();
    }

    void endConnections() throws IOException {
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            while (readRequest(in)) {
                requests.add(requests.size());
                if (!responder.respond(requests.size(), connection.getOutputStream())) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean readRequest(InputStream in) throws IOException {
        int length = 0;
        String line = line(in);
        while (!line.isEmpty()) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
            line = line(in);
        }
        return in.readNBytes(length).length == length;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int unit = in.read(); unit != '\n'; unit = in.read()) {
            if (unit < 0) {
                throw new IOException("the client is gone");
            }
            line.append((char) unit);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        endConnections();
        threads.shutdownNow();
    }
}
