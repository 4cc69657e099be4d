package io.weir.messaging.log;

import io.weir.schemas.topic.Topic;
import java.util.function.Consumer;
import java.util.function.Function;

/** Opens shared logs. */
public interface SharedLogs {

    /**
     * Opens a log and returns when all that is in it now has been read.
     *
     * @param topic whose first partition is the log
     * @param type of its entries
     * @param key record key of an entry; of entries with the same key the last one may be all that is kept
     * @param listener gets each entry, in order, on one thread at a time; must not throw
     * @throws SharedLogUnusable if what is there cannot be read
     */
    <E> SharedLog<E> open(Topic topic, Class<E> type, Function<E, String> key, Consumer<E> listener);
}
