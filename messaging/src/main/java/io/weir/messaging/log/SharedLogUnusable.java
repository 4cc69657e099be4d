package io.weir.messaging.log;

import org.jspecify.annotations.Nullable;

/** A shared log could not be read. The message holds nothing of its entries. */
public final class SharedLogUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure with what was tried, for example {@code read topic weir.approvals.v1}. */
    public SharedLogUnusable(String tried, String fix, @Nullable Throwable cause) {
        super("Could not " + tried + ". " + fix, cause);
    }
}
