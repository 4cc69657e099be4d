package io.weir.correlator.fleet;

import io.weir.correlator.session.OutputRecord;
import io.weir.engine.link.FleetAnswer;
import org.apache.kafka.streams.processor.api.Record;

/** Makes records of answers, keyed by the session that asked. */
public final class AnswerRecord implements OutputRecord<FleetAnswer> {

    @Override
    public Record<String, FleetAnswer> of(FleetAnswer answer, long timestampMillis) {
        return new Record<>(answer.sessionKey(), answer, timestampMillis);
    }

    /** What a bucket knows may be an alert. */
    @Override
    public boolean isUrgent(FleetAnswer answer) {
        return !answer.sources().isEmpty();
    }
}
