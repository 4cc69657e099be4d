package io.weir.edge.mcp.channel;

import java.io.Serial;

/** A server has given no answer that can be used. */
public final class NoAnswer extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Because of this, for people; holds nothing of a message. */
    public NoAnswer(String detail) {
        super(detail);
    }

    /** Because of this. */
    public NoAnswer(String detail, Throwable cause) {
        super(detail, cause);
    }

    /** Why, for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
