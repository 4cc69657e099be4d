package io.weir.testkit.technique;

/**
 * A place that content could go to.
 *
 * @param name a person or firm there, in lower-case letters
 * @param domain registrable domain
 */
public record Outlet(String name, String domain) {

    /** A mailbox there. */
    public String mailbox() {
        return name + "@" + domain;
    }

    /** A web address there. */
    public String url(String path) {
        return "https://" + host() + path;
    }

    /** A host there. */
    public String host() {
        return "in." + domain;
    }
}
