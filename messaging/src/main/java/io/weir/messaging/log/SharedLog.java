package io.weir.messaging.log;

import io.weir.platform.health.Health;
import java.util.concurrent.CompletionStage;

/**
 * A log that every node reads whole and in the same order. Two nodes that fold its entries agree on the result, and
 * whoever wants to be the first to do something appends and looks who was: the order of the log decides.
 *
 * <p>For what people and administration do, not for each call. Safe to share between threads.
 *
 * @param <E> type of the entries
 */
public interface SharedLog<E> extends AutoCloseable {

    /**
     * Appends an entry.
     *
     * @return completed when this node has read the entry back, so that its listener has seen it and all before it; or
     *     exceptionally with {@link io.weir.messaging.PublishFailed}; never throws
     */
    CompletionStage<Void> append(E entry);

    /** Down while entries of other nodes do not come in. */
    Health health();

    /** Fails what is under way and refuses further entries. May be called twice. */
    @Override
    void close();
}
