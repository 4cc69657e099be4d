package io.weir.engine.destination;

import io.weir.engine.settings.EngineSettings;
import io.weir.schemas.word.Audience;
import java.util.List;
import java.util.Locale;

/** Tells who can see what is sent to a host or a mail domain, from the operator's lists. */
final class AudienceTable {

    private final List<String> internal;
    private final List<String> known;

    AudienceTable(EngineSettings settings) {
        this.internal = lower(settings.internalDestinations());
        this.known = lower(settings.knownDestinations());
    }

    /** The audience of a host, with its port where there is one; anything not listed is outside. */
    Audience of(String host, String hostAndPort) {
        if (listed(internal, host, hostAndPort)) {
            return Audience.INTERNAL;
        }
        return listed(known, host, hostAndPort) ? Audience.KNOWN : Audience.EXTERNAL;
    }

    private static boolean listed(List<String> list, String host, String hostAndPort) {
        String name = withoutBrackets(host).toLowerCase(Locale.ROOT);
        String nameAndPort = hostAndPort.toLowerCase(Locale.ROOT);
        if (name.indexOf('\\') >= 0) {
            return false;
        }
        for (String entry : list) {
            boolean same = entry.equals(name) || entry.equals(nameAndPort);
            if (same || (entry.startsWith(".") && (name.endsWith(entry) || name.equals(entry.substring(1))))) {
                return true;
            }
        }
        return false;
    }

    /** An IPv6 address as an operator writes it: a URL puts it in brackets (RFC 3986, section 3.2.2). */
    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static List<String> lower(List<String> entries) {
        return entries.stream().map(entry -> entry.toLowerCase(Locale.ROOT)).toList();
    }
}
