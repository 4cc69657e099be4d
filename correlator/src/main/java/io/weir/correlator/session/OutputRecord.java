package io.weir.correlator.session;

import org.apache.kafka.streams.processor.api.Record;

/**
 * Makes a record of a reducer's output.
 *
 * @param <O> type of the outputs
 */
@FunctionalInterface
public interface OutputRecord<O> {

    /** The record of an output: key, headers and all. */
    Record<String, O> of(O output, long timestampMillis);

    /** Whether the output of what has just happened should become visible at once, and not with the next commit. */
    default boolean isUrgent(O output) {
        return false;
    }
}
