package io.weir.edge.mcp.http;

import io.weir.edge.mcp.message.Members;
import io.weir.edge.upstream.Piece;
import io.weir.edge.upstream.UpstreamClient;
import io.weir.edge.upstream.UpstreamRequest;
import io.weir.edge.upstream.UpstreamResponse;
import io.weir.edge.upstream.UpstreamUnreachable;
import io.weir.platform.json.Json;
import io.weir.platform.json.JsonRejected;
import io.weir.platform.json.StrictJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a protected resource (RFC 9728) as clients of the edge must see it: the resource is the URL that they
 * use. Tokens pass through untouched, so they must be ones that the server accepts.
 */
final class Metadata {

    private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";
    private static final Pattern RESOURCE_METADATA = Pattern.compile("(resource_metadata\\s*=\\s*)\"[^\"]*\"");
    private static final int BYTES_MAX = 1 << 20;

    private final String name;
    private final URI upstream;
    private final UpstreamClient upstreams;

    Metadata(String name, URI upstream, UpstreamClient upstreams) {
        this.name = name;
        this.upstream = upstream;
        this.upstreams = upstreams;
    }

    void answer(Request request, Response response) throws IOException, UpstreamUnreachable, InterruptedException {
        Map<String, @Nullable Object> found = fetch(upstream.resolve(WELL_KNOWN + upstream.getRawPath()));
        Map<String, @Nullable Object> described = found.isEmpty() ? fetch(upstream.resolve(WELL_KNOWN)) : found;
        if (described.isEmpty()) {
            Wire.empty(response, 404);
            return;
        }
        Map<String, @Nullable Object> ours = new LinkedHashMap<>(described);
        ours.put("resource", base(request) + "/mcp/" + name);
        Wire.json(response, 200, Json.text(ours));
    }

    private Map<String, @Nullable Object> fetch(URI uri) throws UpstreamUnreachable, InterruptedException {
        UpstreamRequest question =
                new UpstreamRequest("GET", uri, List.of(new HttpField("Accept", "application/json")), null);
        try (UpstreamResponse answer = upstreams.send(question)) {
            return answer.status() == 200 ? Members.map(read(answer)) : Map.of();
        }
    }

    private static @Nullable Object read(UpstreamResponse answer) throws UpstreamUnreachable, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Piece piece;
        do {
            piece = answer.next(Long.MAX_VALUE);
            body.writeBytes(piece.bytes());
        } while (!piece.isLast() && body.size() <= BYTES_MAX);
        try {
            return new StrictJson(BYTES_MAX).read(body.toByteArray());
        } catch (JsonRejected e) {
            return null;
        }
    }

    /** A challenge that leads the client to our metadata instead of the server's own. */
    static String challenge(String header, Request request, String name) {
        String ours = base(request) + WELL_KNOWN + "/mcp/" + name;
        return RESOURCE_METADATA
                .matcher(header)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + '"' + ours + '"'));
    }

    private static String base(Request request) {
        return request.getHttpURI().getScheme() + "://" + request.getHeaders().get("Host");
    }
}
