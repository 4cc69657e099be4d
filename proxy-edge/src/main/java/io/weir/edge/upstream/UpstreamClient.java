package io.weir.edge.upstream;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.ContinueProtocolHandler;
import org.eclipse.jetty.client.EarlyHintsProtocolHandler;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpClientTransport;
import org.eclipse.jetty.client.ProcessingProtocolHandler;
import org.eclipse.jetty.client.ProtocolHandlers;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Sends calls to upstreams as they are: no redirect is followed, no cookie kept, no coding undone, no header of its own
 * but {@code Host} and {@code Content-Length}. Safe to share between threads.
 */
public final class UpstreamClient implements AutoCloseable {

    private static final int HEADER_BYTES_MAX = 64 << 10;
    private static final int IO_THREADS_MAX = 16;

    private final HttpClient http;

    private UpstreamClient(HttpClient http) {
        this.http = http;
    }

    /**
     * A started client.
     *
     * @param connectMillis longest wait for a connection
     * @param idleMillis longest time without a byte in either direction
     * @param connectionsMax most connections to one upstream
     */
    public static UpstreamClient start(int connectMillis, int idleMillis, int connectionsMax) {
        HttpClientTransport transport = new HttpClientTransportOverHTTP(1);
        HttpClient http = new HttpClient(transport);
        http.setName("weir-upstream");
        http.setExecutor(ioThreads());
        http.setConnectTimeout(connectMillis);
        http.setAddressResolutionTimeout(connectMillis);
        http.setIdleTimeout(idleMillis);
        http.setMaxConnectionsPerDestination(connectionsMax);
        http.setFollowRedirects(false);
        http.setUserAgentField(null);
        http.setHttpCookieStore(new HttpCookieStore.Empty());
        http.setMaxRequestHeadersSize(HEADER_BYTES_MAX);
        http.setMaxResponseHeadersSize(HEADER_BYTES_MAX);
        startNow(http);
        passEverythingOn(http);
        return new UpstreamClient(http);
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
     * Sends a call and waits for the headers of the response, which the caller must close.
     *
     * @throws UpstreamUnreachable if they do not come
     */
    public UpstreamResponse send(UpstreamRequest call) throws UpstreamUnreachable, InterruptedException {
        CompletableFuture<UpstreamResponse> headed = new CompletableFuture<>();
        Request request = request(call);
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
            throw new UpstreamUnreachable("No response: " + cause.getClass().getSimpleName() + ".", cause);
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
