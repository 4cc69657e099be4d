package io.weir.benchmarks.edge;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Reads each request whole and answers with bytes that are made already: the least that a server can do. */
final class FixedServer implements AutoCloseable {

    private static final int THREADS_MAX = 80;

    private final Server server;

    private FixedServer(Server server) {
        this.server = server;
    }

    /**
     * A server on a free port of this machine.
     *
     * @param answer JSON by path
     * @param delayNanos time that it takes over each request
     */
    static FixedServer start(Function<String, byte[]> answer, long delayNanos) throws IOException {
        Server server = new Server(new QueuedThreadPool(THREADS_MAX));
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(new InetSocketAddress("127.0.0.1", 0).getHostString());
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws IOException {
                Request.asInputStream(request).readAllBytes();
                if (delayNanos > 0) {
                    LockSupport.parkNanos(delayNanos);
                }
                byte[] body = answer.apply(request.getHttpURI().getPath());
                response.getHeaders().put("Content-Type", "application/json");
                response.getHeaders().put("Content-Length", body.length);
                Content.Sink.write(response, true, ByteBuffer.wrap(body));
                callback.succeeded();
                return true;
            }
        });
        try {
            server.start();
        } catch (Exception e) {
            throw new IOException("the server does not start", e);
        }
        return new FixedServer(server);
    }

    int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server does not stop", e);
        }
    }
}
