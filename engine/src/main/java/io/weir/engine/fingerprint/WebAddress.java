package io.weir.engine.fingerprint;

/** The parts of a web address that linking needs, cut by the delimiters of RFC 3986 alone. */
public final class WebAddress {

    private WebAddress() {}

    /** The host, without user information and port; the text up to the first slash where there is no scheme. */
    public static String host(String address) {
        String authority = authority(address);
        int at = authority.lastIndexOf('@');
        String hostAndPort = authority.substring(at + 1);
        int colon = hostAndPort.lastIndexOf(':');
        boolean bracketed = hostAndPort.indexOf(']', colon + 1) >= 0;
        return colon < 0 || bracketed ? hostAndPort : hostAndPort.substring(0, colon);
    }

    /** Host and port as written, without user information. */
    public static String hostAndPort(String address) {
        String authority = authority(address);
        return authority.substring(authority.lastIndexOf('@') + 1);
    }

    private static String authority(String address) {
        int scheme = address.indexOf("://");
        String rest = scheme < 0 ? address : address.substring(scheme + 3);
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return rest.substring(0, end);
    }
}
