package io.weir.edge.upstream;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.InputStreamRequestContent;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;

/**
 * A call as it goes to the upstream.
 *
 * @param method HTTP method, as the agent wrote it
 * @param uri where to
 * @param headers end-to-end headers; host and length are added
 * @param content the body, or null if the agent sent none
 */
public record UpstreamRequest(String method, URI uri, List<HttpField> headers, Request.@Nullable Content content) {

    /** RFC 9110, 9.2.1. */
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Copies the list. */
    public UpstreamRequest {
        headers = List.copyOf(headers);
    }

    /** Whether it changes nothing at the upstream by its method, and its body, if it has one, can be read once more. */
    boolean mayBeSentAgain() {
        return SAFE.contains(method) && (content == null || content.rewind());
    }

    /** A body that is in memory. The type stays as the agent declared it. */
    public static Request.Content content(byte[] bytes) {
        return new BytesRequestContent((String) null, bytes);
    }

    /** A body that is read while it is sent. */
    public static Request.Content content(InputStream stream) {
        return new InputStreamRequestContent((String) null, stream, null);
    }
}
