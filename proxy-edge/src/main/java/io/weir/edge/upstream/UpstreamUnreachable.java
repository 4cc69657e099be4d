package io.weir.edge.upstream;

/** The upstream could not be reached, or did not send a whole response. */
public final class UpstreamUnreachable extends Exception {

    private static final long serialVersionUID = 1L;

    UpstreamUnreachable(String detail, Throwable cause) {
        super(detail, cause);
    }

    /** What happened; holds nothing of the call. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
