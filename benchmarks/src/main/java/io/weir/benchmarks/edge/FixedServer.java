package io.weir.benchmarks.edge;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Reads each request whole and answers with bytes that are made already: the least that a server can do. It has a plain
 * and a secured port.
 */
final class FixedServer implements AutoCloseable {

    private static final int THREADS_MAX = 80;

    /** On a busy machine it takes a while until all ways are open and the first is called again. */
    private static final int IDLE_MILLIS = 600_000;

    private final Server server;
    private final ServerConnector plain;
    private final ServerConnector secured;
    private volatile long delayNanos;

    private FixedServer(Server server, SslContextFactory.Server tls) {
        this.server = server;
        this.plain = new ServerConnector(server, new HttpConnectionFactory());
        this.secured = new ServerConnector(server, tls, new HttpConnectionFactory());
    }

    /**
     * A server on free ports of this machine.
     *
     * @param answer JSON by path
     * @param tls what the secured port shows
     */
    static FixedServer start(Function<String, byte[]> answer, SSLContext tls) throws IOException {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setSslContext(tls);
        FixedServer fixed = new FixedServer(new Server(new QueuedThreadPool(THREADS_MAX)), factory);
        for (ServerConnector connector : new ServerConnector[] {fixed.plain, fixed.secured}) {
            connector.setIdleTimeout(IDLE_MILLIS);
            connector.setHost(new InetSocketAddress("127.0.0.1", 0).getHostString());
            fixed.server.addConnector(connector);
        }
        fixed.server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws IOException {
                Request.asInputStream(request).readAllBytes();
                if (fixed.delayNanos > 0) {
                    LockSupport.parkNanos(fixed.delayNanos);
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
            fixed.server.start();
        } catch (Exception e) {
            throw new IOException("the server does not start", e);
        }
        return fixed;
    }

    /** Takes so long over each request from now on. */
    void take(long nanos) {
        delayNanos = nanos;
    }

    int port() {
        return plain.getLocalPort();
    }

    int securedPort() {
        return secured.getLocalPort();
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
