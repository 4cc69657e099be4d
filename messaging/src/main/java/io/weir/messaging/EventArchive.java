package io.weir.messaging;

import java.util.concurrent.CompletionStage;

/** Gets single events of sessions by their place. Safe to share between threads. */
public interface EventArchive {

    /**
     * Gets the event at a place.
     *
     * @param partition partition of the topic of calls
     * @param offset offset there
     * @return the event, or the failure: {@link FetchFailed}; never throws. Whoever has stopped waiting cancels the
     *     future, so that nobody works for it
     */
    CompletionStage<StoredEvent> fetch(int partition, long offset);
}
