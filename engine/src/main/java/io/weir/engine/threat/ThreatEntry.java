package io.weir.engine.threat;

import io.weir.engine.fingerprint.WebAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An entry of a feed.
 *
 * @param kind what it is
 * @param text its normal form
 */
public record ThreatEntry(Kind kind, String text) {

    /** What entries are. */
    public enum Kind {
        /** A host; those below it are meant too. */
        HOST,
        /** An IPv4 network. */
        NETWORK,
        /** A URL, without query and fragment. */
        URL
    }

    private static final Pattern HOST = Pattern.compile("[a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63}){1,10}");
    private static final Pattern NETWORK = Pattern.compile("(?:\\d{1,3}\\.){3}\\d{1,3}(?:/\\d{1,2})?");
    private static final Pattern ADDRESS6 = Pattern.compile("[0-9a-f:]{2,39}");

    /** The entry that a text is; empty if it is none. */
    public static Optional<ThreatEntry> of(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.startsWith("http://") || plain.startsWith("https://")) {
            String url = normalUrl(text.strip());
            boolean bare = url.indexOf('/') < 0;
            return bare ? of(url) : Optional.of(new ThreatEntry(Kind.URL, url));
        }
        if (NETWORK.matcher(plain).matches()) {
            return IpNetwork.parse(plain).map(network -> new ThreatEntry(Kind.NETWORK, network.text()));
        }
        String host = plain.startsWith("*.") ? plain.substring(2) : trimDot(plain);
        boolean usable = HOST.matcher(host).matches()
                || (host.contains(":") && ADDRESS6.matcher(host).matches());
        return usable ? Optional.of(new ThreatEntry(Kind.HOST, host)) : Optional.empty();
    }

    /** Host in lower case and path, without scheme, user information, query and fragment. */
    static String normalUrl(String url) {
        String host = trimDot(WebAddress.host(url).toLowerCase(Locale.ROOT));
        int start = url.indexOf('/', url.indexOf("://") + 3);
        String path = start < 0 ? "" : url.substring(start);
        int end = path.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = path.indexOf(mark);
            end = at < 0 ? end : Math.min(end, at);
        }
        String cut = path.substring(0, end);
        return cut.length() <= 1 ? host : host + cut;
    }

    static String trimDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
