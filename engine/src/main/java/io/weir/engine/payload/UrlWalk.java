package io.weir.engine.payload;

/**
 * Reads the components of a URL.
 *
 * @param texts the walk over each of them
 */
record UrlWalk(TextWalk texts) {

    private static final String DATA_SCHEME = "data:";

    void read(String url) {
        if (url.regionMatches(true, 0, DATA_SCHEME, 0, DATA_SCHEME.length())) {
            text("/url/data", "", url);
            return;
        }
        UrlParts parts = UrlParts.of(url);
        userinfo(parts.userinfo());
        text("/url/host", "", PercentCode.decode(parts.host()));
        path(parts.path());
        FormText.parse(parts.query()).read("/url/query", texts);
        fragment(parts.fragment());
    }

    private void userinfo(String userinfo) {
        int colon = userinfo.indexOf(':');
        if (colon < 0) {
            text("/url/userinfo", "userinfo", PercentCode.decode(userinfo));
        } else {
            text("/url/userinfo/username", "username", PercentCode.decode(userinfo.substring(0, colon)));
            text("/url/userinfo/password", "password", PercentCode.decode(userinfo.substring(colon + 1)));
        }
    }

    private void path(String path) {
        int index = 0;
        for (String segment : path.split("/")) {
            if (!segment.isEmpty()) {
                text(Address.element("/url/path", index++), "", PercentCode.decode(segment));
            }
        }
    }

    /** A fragment may be a text, pairs as a form has them (RFC 6749, section 4.2.2), or a path with a query. */
    private void fragment(String fragment) {
        int query = fragment.indexOf('?') + 1;
        if (fragment.indexOf('=', query) < 0) {
            text("/url/fragment", "", PercentCode.decode(fragment));
            return;
        }
        if (query > 1) {
            text("/url/fragment", "", PercentCode.decode(fragment.substring(0, query - 1)));
        }
        FormText.parse(fragment.substring(query)).read("/url/fragment", texts);
    }

    private void text(String address, String key, String text) {
        texts.patches(text, Place.root(address, key));
    }
}
