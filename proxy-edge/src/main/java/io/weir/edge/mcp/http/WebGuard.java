package io.weir.edge.mcp.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages out that have made a name of theirs lead here (DNS rebinding): only names that are ours are served.
 */
public final class WebGuard {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    private final Set<String> hosts;
    private final Set<String> origins;

    /**
     * A guard.
     *
     * @param hosts further names, as host or host:port
     * @param origins further web origins
     */
    public WebGuard(List<String> hosts, List<String> origins) {
        this.hosts = lowerCase(hosts);
        this.origins = lowerCase(origins);
    }

    /** Whether a request with these headers is served. */
    public boolean permits(HttpFields headers) {
        List<String> hostFields = headers.getValuesList("Host");
        List<String> originFields = headers.getValuesList("Origin");
        return hostFields.size() == 1
                && permitsHost(hostFields.get(0).toLowerCase(Locale.ROOT))
                && originFields.size() <= 1
                && (originFields.isEmpty() || permitsOrigin(originFields.get(0).toLowerCase(Locale.ROOT)));
    }

    private boolean permitsHost(String host) {
        String name = name("http://" + host);
        return name != null && (LOOPBACK.contains(name) || hosts.contains(host) || hosts.contains(name));
    }

    private boolean permitsOrigin(String origin) {
        String name = name(origin);
        return (name != null && LOOPBACK.contains(name)) || origins.contains(origin);
    }

    private static @Nullable String name(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? null : host.replace("[", "").replace("]", "");
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Set<String> lowerCase(List<String> names) {
        Set<String> lower = new TreeSet<>();
        names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
        return lower;
    }
}
