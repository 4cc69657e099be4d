package io.weir.messaging;

import org.jspecify.annotations.Nullable;

/** An event could not be got. The message holds nothing of the event. */
public final class FetchFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure at a place, with its reason, for example {@code gone}. */
    public FetchFailed(int partition, long offset, String reason, @Nullable Throwable cause) {
        super("No event at partition " + partition + " offset " + offset + ": " + reason, cause);
    }
}
