package io.weir.edge.mcp.http;

import io.weir.edge.call.EndToEndHeaders;
import io.weir.edge.upstream.UpstreamClient;
import io.weir.edge.upstream.UpstreamRequest;
import io.weir.edge.upstream.UpstreamResponse;
import io.weir.edge.upstream.UpstreamUnreachable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to one server, and what of an HTTP request and of its answer goes over it. Safe to share between threads. */
final class ServerLink {

    private static final Logger LOG = LoggerFactory.getLogger(ServerLink.class);

    static final String SESSION_HEADER = "Mcp-Session-Id";
    static final String VERSION_HEADER = "MCP-Protocol-Version";

    /** Headers that say something of one era. */
    private static final Set<String> OF_AN_ERA =
            Set.of("mcp-session-id", "mcp-protocol-version", "last-event-id", "accept");

    /** Set anew, or not for the server: it would take the client's origin for a foreign page. */
    private static final Set<String> NOT_FORWARDED = Set.of("origin", "accept-encoding", "via");

    private final String name;
    private final URI server;
    private final String credential;
    private final UpstreamClient upstreams;

    /**
     * The way to a server.
     *
     * @param credential the edge's own key, which no header may hold that goes on; empty if there is none
     */
    ServerLink(String name, URI server, String credential, UpstreamClient upstreams) {
        this.name = name;
        this.server = server;
        this.credential = credential;
        this.upstreams = upstreams;
    }

    /** Sends a message, and waits for the head of the answer, which the caller must close. */
    UpstreamResponse post(List<HttpField> headers, String text) throws UpstreamUnreachable, InterruptedException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return upstreams.send(new UpstreamRequest("POST", server, headers, UpstreamRequest.content(body)));
    }

    /** Sends a client's request that has no body; otherwise as {@link #post}. */
    UpstreamResponse send(Request request) throws UpstreamUnreachable, InterruptedException {
        return upstreams.send(new UpstreamRequest(request.getMethod(), server, forwarded(request.getHeaders()), null));
    }

    /** The headers of a request of the client's that go on. */
    List<HttpField> forwarded(HttpFields headers) {
        List<HttpField> forwarded = new ArrayList<>();
        for (HttpField field : EndToEndHeaders.ofRequest(headers, credential)) {
            if (!NOT_FORWARDED.contains(field.getLowerCaseName())) {
                forwarded.add(field);
            }
        }
        forwarded.add(new HttpField("Accept-Encoding", "identity"));
        return forwarded;
    }

    /** The same for a server of another era, without what only the client's era has; it takes streams in any case. */
    List<HttpField> ofOtherEra(HttpFields headers) {
        List<HttpField> fields = forwarded(headers);
        fields.removeIf(field -> OF_AN_ERA.contains(field.getLowerCaseName()) || Mirrors.isMirror(field));
        fields.add(new HttpField("Accept", "application/json, text/event-stream"));
        return fields;
    }

    /** How an answer of ours to a request of the server's goes back: by a POST with the headers of the client's. */
    Answered.AnswerTo answerTo(Request request) {
        List<HttpField> headers = forwarded(request.getHeaders()).stream()
                .filter(field -> !field.getName().toLowerCase(Locale.ROOT).startsWith("mcp-name"))
                .toList();
        return text -> tell(headers, text);
    }

    /** Sends a message that has no answer. */
    void tell(List<HttpField> headers, String text) throws InterruptedException {
        try (UpstreamResponse taken = post(headers, text)) {
            LOG.info("event=mcp_told_for_client server={} status={}", name, taken.status());
        } catch (UpstreamUnreachable e) {
            LOG.warn("event=upstream_unreachable detail=\"{}\"", e.detail());
        }
    }

    /** Begins an answer with the head of the server's, unless it has begun. */
    void passHead(UpstreamResponse upstream, Request request, Response response) {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(upstream.status());
        for (HttpField field : EndToEndHeaders.ofResponse(upstream.headers())) {
            String lower = field.getLowerCaseName();
            if (lower.equals("www-authenticate") && field.getValue() != null) {
                response.getHeaders().add(field.getName(), Metadata.challenge(field.getValue(), request, name));
            } else if (!lower.equals("content-length")) {
                response.getHeaders().add(field);
            }
        }
    }
}
