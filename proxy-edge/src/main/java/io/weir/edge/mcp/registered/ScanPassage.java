package io.weir.edge.mcp.registered;

import io.weir.edge.upstream.Piece;
import io.weir.edge.upstream.UpstreamClient;
import io.weir.edge.upstream.UpstreamRequest;
import io.weir.edge.upstream.UpstreamResponse;
import io.weir.edge.upstream.UpstreamUnreachable;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * Passes on to the scan API what an agent may ask of it, so that a client of the scan protocol that calls registered
 * servers too needs one base URL. What only people and operators do is not passed. Safe to share between threads.
 */
public final class ScanPassage {

    private static final Pattern PASSED = Pattern.compile("POST /v1/scan(/response|/batch)?|POST /v1/a2a/scan"
            + "|GET /v1/approvals/[0-9A-Za-z-]{1,64}(/status)?|POST /v1/approvals/confirm|POST /v1/keys/ephemeral"
            + "|GET /v1/usage|GET /v1/whoami|GET /health");
    private static final Set<String> HEADERS = Set.of(
            "accept",
            "authorization",
            "baggage",
            "content-encoding",
            "content-type",
            "idempotency-key",
            "mcp-session-id",
            "traceparent",
            "tracestate");
    private static final Set<String> ANSWERED =
            Set.of("content-type", "cache-control", "retry-after", "idempotency-replayed", "www-authenticate");

    private final URI scanApi;
    private final UpstreamClient upstreams;

    /** To the scan API at this URL. */
    public ScanPassage(URI scanApi, UpstreamClient upstreams) {
        this.scanApi = scanApi;
        this.upstreams = upstreams;
    }

    /** Whether a request is passed on. */
    static boolean takes(String method, String path) {
        return PASSED.matcher(method + " " + path).matches();
    }

    /** Passes a request on, and the answer back. */
    void pass(Request request, Response response) throws IOException, UpstreamUnreachable, InterruptedException {
        String base = scanApi.toString();
        URI target = URI.create(base + request.getHttpURI().getPathQuery());
        boolean hasBody = request.getMethod().equals("POST");
        try (UpstreamResponse answer = upstreams.send(new UpstreamRequest(
                request.getMethod(),
                target,
                passed(request),
                hasBody ? UpstreamRequest.content(Request.asInputStream(request)) : null))) {
            response.setStatus(answer.status());
            for (HttpField field : answer.headers()) {
                if (ANSWERED.contains(field.getLowerCaseName())) {
                    response.getHeaders().add(field);
                }
            }
            Piece piece;
            do {
                piece = answer.next(Long.MAX_VALUE);
                Content.Sink.write(response, piece.isLast(), ByteBuffer.wrap(piece.bytes()));
            } while (!piece.isLast());
        }
    }

    private static List<HttpField> passed(Request request) {
        List<HttpField> passed = new ArrayList<>();
        for (HttpField field : request.getHeaders()) {
            String name = field.getLowerCaseName();
            boolean ours = name.startsWith("x-weir-") && !name.equals("x-weir-gateway-token");
            if (ours || HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                passed.add(field);
            }
        }
        return passed;
    }
}
