package io.weir.edge.call;

import io.weir.schemas.error.ErrorCode;

/** A call that the gateway does not take, for a reason of its own. The detail goes to the caller. */
public final class CallRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /**
     * A refusal.
     *
     * @param detail what is wrong and where; holds nothing of body or headers
     */
    public CallRefused(ErrorCode code, String detail) {
        super(detail);
        this.code = code;
    }

    /** The catalogued error. */
    public ErrorCode code() {
        return code;
    }

    /** What happened here. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
