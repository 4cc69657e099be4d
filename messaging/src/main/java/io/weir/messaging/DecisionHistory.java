package io.weir.messaging;

import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.RecordPlace;
import org.jspecify.annotations.Nullable;

/** The decisions of the past, as long as their topic keeps them. Safe to share between threads. */
public interface DecisionHistory {

    /** No history is kept. */
    DecisionHistory NONE = (tenant, fromMillis, toMillis, reader) -> {};

    /** Gets decisions. */
    @FunctionalInterface
    interface Reader {

        /** Takes a decision and where it stands; false for no more. */
        boolean take(DecisionMade made, RecordPlace place);
    }

    /**
     * Reads decisions that were recorded in a span of time, in the order of the partitions and in each in
     * the order of the records. Returns when all that is there now has been read, or the reader wants no more.
     *
     * @param tenant owner of the data; null for all
     * @param toMillis exclusive
     * @throws HistoryUnreadable if what is there cannot be read
     */
    void read(@Nullable String tenant, long fromMillis, long toMillis, Reader reader);
}
