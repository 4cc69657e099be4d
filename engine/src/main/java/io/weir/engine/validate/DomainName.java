package io.weir.engine.validate;

import com.google.common.net.InternetDomainName;
import java.util.Set;

/** Names of hosts: whether they end like a name on the internet, or like one that networks use inside. */
final class DomainName {

    private static final int LENGTH_MAX = 253;

    // RFC 2606, RFC 6761 and RFC 6762 keep the first ones apart; the others are common in networks of companies.
    private static final Set<String> OUTSIDE_THE_LIST =
            Set.of("test", "example", "invalid", "localhost", "local", "internal", "intranet", "corp", "home", "lan");

    private DomainName() {}

    /** Whether the name ends with a registry's suffix and holds more than that. */
    static boolean isPublic(CharSequence text) {
        String name = text.toString();
        if (name.length() > LENGTH_MAX) {
            return false;
        }
        try {
            InternetDomainName domain = InternetDomainName.from(name);
            return domain.hasRegistrySuffix() && !domain.isRegistrySuffix();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether mail can be sent to the name: a public one, or one of a network's inside. */
    static boolean isReachable(CharSequence text) {
        String name = Ascii.lower(text);
        return OUTSIDE_THE_LIST.contains(name.substring(name.lastIndexOf('.') + 1)) || isPublic(name);
    }

    /** Whether the host of an address with a scheme is a reachable name, an internet address or localhost. */
    static boolean isInAddress(CharSequence address) {
        String text = address.toString();
        int scheme = text.indexOf("://");
        int start = scheme < 0 ? 0 : scheme + 3;
        int end = endOfHost(text, start);
        int user = text.lastIndexOf('@', end);
        String host = text.substring(Math.max(start, user + 1), end);
        int port = host.lastIndexOf(':');
        String name = port > 0 && host.indexOf(':') == port ? host.substring(0, port) : host;
        return name.equals("localhost")
                || name.startsWith("[")
                || InternetAddress.isVersion4(name)
                || isReachable(name);
    }

    private static int endOfHost(String text, int start) {
        int end = start;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
