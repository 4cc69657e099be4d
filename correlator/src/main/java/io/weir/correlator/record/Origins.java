package io.weir.correlator.record;

import io.weir.engine.audit.RecordOrigin;
import io.weir.schemas.event.RecordPlace;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Where the record that is being processed stands. */
public final class Origins {

    private Origins() {}

    /**
     * Topic, partition and offset of the record being processed.
     *
     * @throws IllegalStateException if no record is being processed: a programming error
     */
    public static RecordOrigin current(ProcessingContext context) {
        RecordMetadata metadata = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("asked for the origin outside of a record"));
        return new RecordOrigin(metadata.topic(), metadata.partition(), metadata.offset());
    }

    /** The same for evidence. */
    public static RecordPlace place(ProcessingContext context) {
        RecordOrigin origin = current(context);
        return new RecordPlace(origin.topic(), origin.partition(), origin.offset());
    }
}
