package io.weir.edge.call;

import io.weir.schemas.error.ErrorCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The upstream URL of a call, byte for byte as the agent wrote it. Only what RFC 3986 allows is taken, so that the
 * scan API, the gateway and the upstream cannot read the same URL in different ways.
 *
 * @param url the URL as it stands in the request
 * @param uri the same, parsed
 * @param host lower case, without brackets
 * @param port explicit, or the scheme's
 */
public record UpstreamTarget(String url, URI uri, String host, int port) {

    /** Path that upstream URLs are appended to. */
    public static final String PREFIX = "/proxy/";

    private static final Pattern LAST_LABEL_IS_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)\\.?");
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");

    /**
     * The upstream URL in a request target.
     *
     * @param pathAndQuery raw path and query of the request to the gateway, beginning with {@link #PREFIX}
     * @throws CallRefused {@code UPSTREAM_INVALID}
     */
    public static UpstreamTarget of(String pathAndQuery) throws CallRefused {
        return ofUrl(pathAndQuery.substring(PREFIX.length()));
    }

    /**
     * The target with this URL.
     *
     * @throws CallRefused {@code UPSTREAM_INVALID}
     */
    public static UpstreamTarget ofUrl(String url) throws CallRefused {
        URI uri = parse(url);
        String scheme = lowerCase(uri.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw invalid("The upstream URL does not begin with http:// or https://.");
        }
        if (uri.getHost() == null) {
            throw invalid("The upstream URL names no host, or one that is not a DNS name or an address.");
        }
        if (uri.getRawUserInfo() != null) {
            throw invalid("The upstream URL holds user information; send an Authorization header instead.");
        }
        int standardPort = scheme.equals("http") ? 80 : 443;
        int port = uri.getPort() == -1 ? standardPort : uri.getPort();
        if (port < 1 || port > 65_535) {
            throw invalid("The port in the upstream URL is not in 1..65535.");
        }
        String host = withoutBrackets(lowerCase(uri.getHost()));
        if ((looksLikeNumber(host) && !IPV4.matcher(host).matches()) || host.indexOf('%') >= 0) {
            throw invalid("The host in the upstream URL is an address that programs read in different ways;"
                    + " write four decimal numbers, or an IPv6 address without a zone.");
        }
        return new UpstreamTarget(url, uri, host, port);
    }

    /** WHATWG URL, 3.5: a host whose last label is a number is an IPv4 address, in whichever base. */
    private static boolean looksLikeNumber(String host) {
        return host.indexOf(':') < 0 && LAST_LABEL_IS_NUMBER.matcher(host).matches();
    }

    private static URI parse(String url) throws CallRefused {
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) <= ' ' || url.charAt(i) >= 0x7F) {
                throw invalid("The upstream URL holds characters outside ASCII; percent-encode them.");
            }
        }
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw invalid("The upstream URL is not valid at character " + e.getIndex()
                    + "; percent-encode what RFC 3986 does not allow.");
        }
    }

    private static String lowerCase(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static CallRefused invalid(String detail) {
        return new CallRefused(ErrorCode.UPSTREAM_INVALID, detail);
    }
}
