package io.weir.edge.call;

import java.util.Locale;

/**
 * An operator's word for hosts: a host, a {@code host:port} pair, or a domain with a leading dot that covers its
 * sub-domains.
 *
 * @param text in lower case
 */
public record HostPattern(String text) {

    /** Puts the text in lower case. */
    public HostPattern {
        text = text.toLowerCase(Locale.ROOT);
    }

    /**
     * Whether it covers a host.
     *
     * @param host in lower case, without brackets
     */
    public boolean covers(String host, int port) {
        // A host may end with the dot of the DNS root: the same host, so the same rule.
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (text.startsWith(".")) {
            return name.endsWith(text);
        }
        return text.equals(name) || text.equals(name + ":" + port);
    }
}
