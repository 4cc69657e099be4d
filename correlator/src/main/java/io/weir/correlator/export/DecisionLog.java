package io.weir.correlator.export;

import io.weir.correlator.record.Received;
import io.weir.messaging.kafka.CloudEventHeaders;
import io.weir.messaging.kafka.Envelope;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.ToolCallScanned;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Keeps the decision of each scanned call, without its sketches. */
public final class DecisionLog extends ContextualProcessor<String, Received<SessionEvent>, String, DecisionMade> {

    @Override
    public void process(Record<String, Received<SessionEvent>> record) {
        if (record.value().value() instanceof ToolCallScanned call) {
            DecisionMade decision = DecisionMade.of(call);
            context()
                    .forward(new Record<>(
                            record.key(), decision, record.timestamp(), CloudEventHeaders.of(Envelope.of(decision))));
        }
    }
}
