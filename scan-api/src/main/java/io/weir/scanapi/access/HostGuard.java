package io.weir.scanapi.access;

import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.http.RequestHeaders;
import io.weir.schemas.error.ErrorCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages from talking to a scan API on loopback: a page can point a name of its own at 127.0.0.1 (DNS
 * rebinding) or post without asking (cross-site request). Browsers tell both in {@code Host} and {@code Origin}; other
 * clients send no {@code Origin}. Immutable and safe to share.
 */
public final class HostGuard {

    private final List<String> hosts;

    /** A guard that lets loopback names and {@code hosts} through. */
    public HostGuard(List<String> hosts) {
        this.hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    }

    /**
     * Checks a request.
     *
     * @throws Refusal {@code HOST_NOT_ALLOWED} if it asks for another host, or comes from a page of another host
     */
    public void require(RequestHeaders headers) {
        String host = headers.get("Host");
        if (host != null && !allows(hostOf("http://" + host))) {
            throw Refusal.of(ErrorCode.HOST_NOT_ALLOWED, "The Host header names neither loopback nor an allowed host.");
        }
        String origin = headers.get("Origin");
        if (origin != null && !allows(hostOf(origin))) {
            throw Refusal.of(ErrorCode.HOST_NOT_ALLOWED, "The request comes from a web page of another host.");
        }
    }

    private boolean allows(@Nullable String host) {
        return host != null && (Loopback.isLoopback(host) || hosts.contains(host));
    }

    private static @Nullable String hostOf(String url) {
        try {
            String host = new URI(url).getHost();
            return host == null ? null : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
