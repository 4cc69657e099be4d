package io.weir.engine.fingerprint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a web address that linking needs, cut by the delimiters of RFC 3986 alone. Where a backslash stands in
 * the authority, clients disagree about the host (the URL standard of WHATWG reads it as a slash); then the whole
 * authority is the host, which no list of an operator holds.
 */
public final class WebAddress {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*+://");

    private WebAddress() {}

    /** The host, without user information and port; the text up to the first slash where there is no scheme. */
    public static String host(String address) {
        String hostAndPort = hostAndPort(address);
        int colon = hostAndPort.lastIndexOf(':');
        boolean bracketed = hostAndPort.indexOf(']', colon + 1) >= 0;
        return colon < 0 || bracketed ? hostAndPort : hostAndPort.substring(0, colon);
    }

    /** Host and port as written, without user information. */
    public static String hostAndPort(String address) {
        String authority = authority(address);
        return authority.indexOf('\\') >= 0 ? authority : authority.substring(authority.lastIndexOf('@') + 1);
    }

    private static String authority(String address) {
        Matcher scheme = SCHEME.matcher(address);
        String rest = scheme.lookingAt() ? address.substring(scheme.end()) : address;
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return rest.substring(0, end);
    }
}
