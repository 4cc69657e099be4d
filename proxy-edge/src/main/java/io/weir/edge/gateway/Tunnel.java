package io.weir.edge.gateway;

import io.weir.edge.call.ProxyCredentials;
import io.weir.edge.call.UpstreamTarget;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code CONNECT} opened.
 *
 * @param target the host that it is for, as an https URL without a path
 * @param caller who opened it
 */
record Tunnel(UpstreamTarget target, ProxyCredentials caller) {

    private static final String ATTRIBUTE = Tunnel.class.getName();

    /** The tunnel that a request came through, or null. */
    static @Nullable Tunnel of(Request request) {
        return (Tunnel) request.getAttribute(ATTRIBUTE);
    }

    /** Marks a request as one that came through this tunnel. */
    Request mark(Request request) {
        request.setAttribute(ATTRIBUTE, this);
        return request;
    }

    /** The URL of a request in the tunnel. */
    String url(String pathAndQuery) {
        String root = target.url();
        return root.substring(0, root.length() - 1) + pathAndQuery;
    }

    /** Whether a {@code Host} header names the tunnel's own host. */
    boolean isFor(@Nullable String host) {
        String authority = target.uri().getRawAuthority();
        return authority.equalsIgnoreCase(host) || (authority + ":" + target.port()).equalsIgnoreCase(host);
    }
}
