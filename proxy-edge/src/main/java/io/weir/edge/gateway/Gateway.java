package io.weir.edge.gateway;

import io.weir.client.ScanClient;
import io.weir.client.ScanClientConfig;
import io.weir.edge.enforce.DecisionHeaders;
import io.weir.edge.enforce.Reports;
import io.weir.edge.inbound.LiveRoutes;
import io.weir.edge.upstream.UpstreamClient;
import io.weir.platform.health.Readiness;
import io.weir.platform.metrics.Metrics;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP gateway: {@code ANY http://<gateway>/proxy/<upstream-url>}. It is Jetty without a servlet layer, because
 * paths must reach the upstream byte for byte.
 */
public final class Gateway implements AutoCloseable {

    private static final int HEADER_BYTES_MAX = 64 << 10;
    private static final int SPARE_THREADS = 12;
    /** For the edges on the gateway's port, whose exchanges can last as long as a session. */
    private static final int FURTHER_THREADS = 128;

    private static final int QUEUED_TASKS_MAX = 4_096;
    private static final int STOP_MILLIS = 2_000;
    private static final int IDLE_STOP_MILLIS = 100;

    private final Server server;
    private final ServerConnector connector;
    private final @Nullable ForwardProxy forwardProxy;
    private final GatewayParts parts;

    private Gateway(Server server, ServerConnector connector, @Nullable ForwardProxy forwardProxy, GatewayParts parts) {
        this.server = server;
        this.connector = connector;
        this.forwardProxy = forwardProxy;
        this.parts = parts;
    }

    /** A listening gateway without further handlers; otherwise as the other. */
    public static Gateway start(EdgeConfig edge, ScanClientConfig scan, Readiness readiness, Metrics metrics)
            throws IOException {
        return start(edge, scan, readiness, metrics, List.of());
    }

    /**
     * A listening gateway.
     *
     * @param further other edges that answer on the gateway's port
     * @throws IOException if it cannot listen, with the address in the message
     * @throws IllegalArgumentException if the settings name files that cannot be used
     */
    public static Gateway start(
            EdgeConfig edge, ScanClientConfig scan, Readiness readiness, Metrics metrics, List<Handler> further)
            throws IOException {
        GatewayConfig config = edge.gateway();
        UpstreamClient upstreams = UpstreamClient.start(config.upstreams().settings(config.callsMax()));
        GatewayMetrics meters = new GatewayMetrics(metrics.registry());
        ScanClient client = new ScanClient(scan);
        GatewayParts parts = new GatewayParts(
                config,
                scan.apiKey().reveal(),
                new HttpField(HttpHeader.VIA, "1.1 weir-" + HexFormat.of().toHexDigits(new SecureRandom().nextLong())),
                client,
                new Reports(client, meters),
                upstreams,
                new DecisionHeaders(config.mode(), config.failModes().standard()),
                meters);
        CallDesk desk = new CallDesk(parts);
        Server server = new Server(threads(config));
        HttpConfiguration http = http();
        ServerConnector connector =
                new ServerConnector(server, new HttpConnectionFactory(http), new HTTP2CServerConnectionFactory(http));
        connector.setPort(config.listen().port());
        add(server, connector, config, scan);
        ForwardProxy forward = edge.forward().enabled() ? ForwardProxy.on(server, http, edge, parts, desk) : null;
        Handler.Sequence handlers = new Handler.Sequence();
        if (forward != null) {
            add(server, forward.connector(), config, scan);
            handlers.addHandler(forward);
        }
        handlers.addHandler(new ProxyHandler(desk));
        if (!edge.inbound().routes().isEmpty()) {
            handlers.addHandler(new InboundHandler(new LiveRoutes(edge.inbound()), desk));
        }
        further.forEach(handlers::addHandler);
        handlers.addHandler(new OperationsHandler(readiness, metrics));
        server.setHandler(handlers);
        server.setErrorHandler(Answers::malformedRequest);
        server.setStopTimeout(STOP_MILLIS);
        Gateway gateway = new Gateway(server, connector, forward, parts);
        gateway.listen(config.listen());
        return gateway;
    }

    private static QueuedThreadPool threads(GatewayConfig config) {
        QueuedThreadPool threads =
                new QueuedThreadPool(config.callsMax() + FURTHER_THREADS + SPARE_THREADS, 8, QUEUED_TASKS_MAX);
        threads.setName("weir-gateway");
        if (VirtualThreads.areSupported()) {
            threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        }
        return threads;
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        http.setRequestHeaderSize(HEADER_BYTES_MAX);
        http.setResponseHeaderSize(HEADER_BYTES_MAX);
        // The path holds a URL; Jetty would refuse its double and encoded slashes. UpstreamTarget is the strict one.
        http.setUriCompliance(UriCompliance.UNSAFE);
        return http;
    }

    private static void add(Server server, ServerConnector connector, GatewayConfig config, ScanClientConfig scan) {
        connector.setHost(config.listen().host());
        // A slow upstream or scan API is cut off by its own limit, before this one takes the agent for silent.
        connector.setIdleTimeout(config.upstreams().idleMillis() + scan.answerMillis() + 10_000L);
        connector.setShutdownIdleTimeout(IDLE_STOP_MILLIS);
        server.addConnector(connector);
    }

    private void listen(GatewayConfig.Listen listen) throws IOException {
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw new IOException("the gateway cannot listen on " + listen.host() + ":" + listen.port(), e);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** The port that it listens on as a proxy of agents' environments; 0 if it does not. */
    public int forwardPort() {
        return forwardProxy == null ? 0 : forwardProxy.connector().getLocalPort();
    }

    /** Lets calls under way finish for two seconds, then stops. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the gateway's server did not stop", e);
        } finally {
            parts.upstreamClient().close();
            parts.reports().close();
        }
    }
}
