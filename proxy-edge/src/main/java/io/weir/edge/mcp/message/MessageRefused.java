package io.weir.edge.mcp.message;

import org.jspecify.annotations.Nullable;

/** A message that is not taken, because two readers could understand it differently or because it is no message. */
public final class MessageRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient @Nullable Object id;

    /**
     * A refusal.
     *
     * @param code JSON-RPC error code
     * @param id id of the message, if it could be told
     * @param detail what is wrong and where; holds nothing of the message
     */
    MessageRefused(int code, @Nullable Object id, String detail) {
        super(detail, null, false, false);
        this.code = code;
        this.id = id;
    }

    /** JSON-RPC error code. */
    public int code() {
        return code;
    }

    /** The message's id, or null. */
    public @Nullable Object id() {
        return id;
    }

    /** What is wrong. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
