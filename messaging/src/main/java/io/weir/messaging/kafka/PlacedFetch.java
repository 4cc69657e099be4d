package io.weir.messaging.kafka;

import io.weir.messaging.FetchFailed;
import io.weir.messaging.StoredEvent;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One event that somebody waits for.
 *
 * @param partition where it stands
 * @param offset where it stands
 * @param event completed with it
 */
record PlacedFetch(int partition, long offset, CompletableFuture<StoredEvent> event) {

    /** Whether nobody waits any more. */
    boolean isOver() {
        return event.isDone();
    }

    void fail(String reason, @Nullable Throwable cause) {
        event.completeExceptionally(new FetchFailed(partition, offset, reason, cause));
    }
}
