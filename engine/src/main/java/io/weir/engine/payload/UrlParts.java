package io.weir.engine.payload;

/**
 * A URL cut into its raw components by the delimiters alone (RFC 3986, appendix B), so that every text has an answer:
 * relative, broken and pseudo URLs too. A component that is missing is empty.
 *
 * @param userinfo before the last at-sign of the authority
 * @param host without port
 * @param path everything between authority and query
 * @param query without the question mark
 * @param fragment without the hash sign
 */
record UrlParts(String userinfo, String host, String path, String query, String fragment) {

    static UrlParts of(String url) {
        int hash = orEnd(url, url.indexOf('#'));
        String fragment = after(url, hash);
        String rest = url.substring(0, hash);
        int mark = orEnd(rest, rest.indexOf('?'));
        String query = after(rest, mark);
        String hierarchy = rest.substring(schemeEnd(rest, mark), mark);
        if (!hierarchy.startsWith("//")) {
            return new UrlParts("", "", hierarchy, query, fragment);
        }
        int slash = orEnd(hierarchy, hierarchy.indexOf('/', 2));
        String authority = hierarchy.substring(2, slash);
        int at = authority.lastIndexOf('@');
        String userinfo = at < 0 ? "" : authority.substring(0, at);
        String host = withoutPort(authority.substring(at + 1));
        return new UrlParts(userinfo, host, hierarchy.substring(slash), query, fragment);
    }

    private static int schemeEnd(String text, int limit) {
        for (int i = 0; i < limit; i++) {
            char c = text.charAt(i);
            if (c == ':') {
                return i == 0 ? 0 : i + 1;
            }
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (!letter && (i == 0 || !later)) {
                return 0;
            }
        }
        return 0;
    }

    private static String withoutPort(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        boolean insideBrackets = hostAndPort.indexOf(']', colon + 1) >= 0;
        return colon < 0 || insideBrackets ? hostAndPort : hostAndPort.substring(0, colon);
    }

    private static int orEnd(String text, int index) {
        return index < 0 ? text.length() : index;
    }

    private static String after(String text, int delimiter) {
        return delimiter < text.length() ? text.substring(delimiter + 1) : "";
    }
}
