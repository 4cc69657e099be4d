package io.weir.messaging;

import org.jspecify.annotations.Nullable;

/** The history could not be read. The message holds nothing of its records. */
public final class HistoryUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure with what was tried. */
    public HistoryUnreadable(String tried, @Nullable Throwable cause) {
        super("Could not " + tried + "; check Kafka", cause);
    }
}
