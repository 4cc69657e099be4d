package io.weir.edge.upstream;

import java.net.ProtocolException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.client.ContinueProtocolHandler;
import org.eclipse.jetty.client.EarlyHintsProtocolHandler;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProcessingProtocolHandler;
import org.eclipse.jetty.client.ProtocolHandlers;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpClientConnectionFactory;
import org.eclipse.jetty.client.transport.HttpClientTransportDynamic;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.ClientConnectionFactoryOverHTTP2;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends calls to upstreams as they are: no redirect is followed, no cookie kept, no coding undone, no header of its own
 * but {@code Host} and {@code Content-Length}. Safe to share between threads.
 */
public final class UpstreamClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UpstreamClient.class);
    private static final int HEADER_BYTES_MAX = 64 << 10;
    private static final int IO_THREADS_MAX = 16;
    private static final int FINAL_STATUS_MIN = 200;

    private final HttpClient http;

    private UpstreamClient(HttpClient http) {
        this.http = http;
    }

    /** A started client. */
    public static UpstreamClient start(UpstreamSettings settings) {
        ClientConnector connector = new ClientConnector();
        connector.setSslContextFactory(UpstreamTrust.of(settings.authorities()));
        HttpClient http = new HttpClient(transport(connector));
        http.setName("weir-upstream");
        http.setExecutor(ioThreads());
        http.setConnectTimeout(settings.connectMillis());
        http.setAddressResolutionTimeout(settings.connectMillis());
        http.setIdleTimeout(settings.idleMillis());
        http.setMaxConnectionsPerDestination(settings.connectionsMax());
        // An agent may call any number of hosts.
        http.setDestinationIdleTimeout(settings.idleMillis());
        http.setFollowRedirects(false);
        http.setUserAgentField(null);
        http.setHttpCookieStore(new HttpCookieStore.Empty());
        http.setMaxRequestHeadersSize(HEADER_BYTES_MAX);
        http.setMaxResponseHeadersSize(HEADER_BYTES_MAX);
        guard(http, settings);
        startNow(http);
        passEverythingOn(http);
        return new UpstreamClient(http);
    }

    /** HTTP/1.1 in the clear; what the upstream prefers of HTTP/2 and HTTP/1.1 where there is TLS to agree on it. */
    private static HttpClientTransportDynamic transport(ClientConnector connector) {
        HTTP2Client http2 = new HTTP2Client(connector);
        return new HttpClientTransportDynamic(
                connector, HttpClientConnectionFactory.HTTP11, new ClientConnectionFactoryOverHTTP2.HTTP2(http2));
    }

    private static void guard(HttpClient http, UpstreamSettings settings) {
        Scheduler scheduler = new ScheduledExecutorScheduler("weir-upstream-timer", true);
        http.setScheduler(scheduler);
        SocketAddressResolver names =
                new SocketAddressResolver.Async(http.getExecutor(), scheduler, settings.connectMillis());
        http.setSocketAddressResolver(new GuardedResolver(names, settings.guard()));
    }

    private static void startNow(HttpClient http) {
        try {
            http.start();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP client for upstreams does not start", e);
        }
    }

    private static QueuedThreadPool ioThreads() {
        QueuedThreadPool threads = new QueuedThreadPool(IO_THREADS_MAX, 2);
        threads.setName("weir-upstream");
        threads.setDaemon(true);
        return threads;
    }

    private static void passEverythingOn(HttpClient http) {
        http.getContentDecoderFactories().clear();
        ProtocolHandlers handlers = http.getProtocolHandlers();
        handlers.clear();
        // Interim responses are between the upstream and us: the body has been read and scanned before.
        handlers.put(new ContinueProtocolHandler());
        handlers.put(new ProcessingProtocolHandler());
        handlers.put(new EarlyHintsProtocolHandler());
    }

    /**
     * Sends a call and waits for the headers of the response, which the caller must close. A safe call (RFC 9110,
     * 9.2.1) is sent once more where its connection was lost before the response began, as happens when the upstream
     * closes one that was kept; any other may have been carried out, and is not.
     *
     * @throws UpstreamUnreachable if they do not come
     */
    public UpstreamResponse send(UpstreamRequest call) throws UpstreamUnreachable, InterruptedException {
        AtomicBoolean begun = new AtomicBoolean();
        try {
            return send(call, begun);
        } catch (UpstreamUnreachable e) {
            if (begun.get() || !call.mayBeSentAgain() || !e.isConnectionLost()) {
                throw e;
            }
            LOG.info("event=upstream_connection_lost again=true");
            return send(call, begun);
        }
    }

    private UpstreamResponse send(UpstreamRequest call, AtomicBoolean begun)
            throws UpstreamUnreachable, InterruptedException {
        CompletableFuture<UpstreamResponse> headed = new CompletableFuture<>();
        Request request = request(call);
        request.onResponseBegin(response -> begun.set(true));
        // A change of protocol that nobody asked for, say: what comes behind it is no response.
        request.onResponseHeaders(response -> {
            if (response.getStatus() < FINAL_STATUS_MIN) {
                response.abort(new ProtocolException("the upstream's answer is none"));
            }
        });
        request.onResponseContentSource((response, source) -> headed.complete(new UpstreamResponse(response, source)));
        request.send(result -> {
            if (result.isFailed()) {
                headed.completeExceptionally(result.getFailure());
            }
        });
        try {
            return headed.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw UpstreamUnreachable.because(cause);
        } catch (InterruptedException e) {
            request.abort(e);
            throw e;
        }
    }

    private Request request(UpstreamRequest call) {
        Request request = http.newRequest(call.uri()).method(call.method());
        request.headers(headers -> {
            headers.clear();
            call.headers().forEach(headers::add);
        });
        if (call.content() != null) {
            request.body(call.content());
        }
        request.timeout(0, TimeUnit.MILLISECONDS);
        return request;
    }

    @Override
    public void close() {
        try {
            http.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP client for upstreams does not stop", e);
        }
    }
}
