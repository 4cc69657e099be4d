package io.weir.edge.upstream;

import io.weir.schemas.error.ErrorCode;

/** The upstream could not be reached, may not be reached, or did not send a whole response. */
public final class UpstreamUnreachable extends Exception {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    UpstreamUnreachable(String detail, Throwable cause) {
        this(ErrorCode.UPSTREAM_UNREACHABLE, detail, cause);
    }

    private UpstreamUnreachable(ErrorCode code, String detail, Throwable cause) {
        super(detail, cause);
        this.code = code;
    }

    /** No response came, for this cause. */
    static UpstreamUnreachable because(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof AddressForbidden) {
                return new UpstreamUnreachable(ErrorCode.UPSTREAM_FORBIDDEN, AddressGuard.REFUSAL, cause);
            }
        }
        return new UpstreamUnreachable("No response: " + cause.getClass().getSimpleName() + ".", cause);
    }

    /** {@code UPSTREAM_UNREACHABLE}, or {@code UPSTREAM_FORBIDDEN} if its address may not be connected to. */
    public ErrorCode code() {
        return code;
    }

    /** What happened; holds nothing of the call. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
