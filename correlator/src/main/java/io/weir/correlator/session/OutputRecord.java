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
}
