package io.weir.correlator.export;

import io.weir.correlator.ocsf.OcsfApiActivity;
import io.weir.correlator.record.Origins;
import io.weir.correlator.record.Received;
import io.weir.messaging.kafka.Envelope;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.topic.Topics;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Tells SIEMs of each decision, as OCSF API Activity. */
public final class ApiActivityExport
        extends ContextualProcessor<String, Received<SessionEvent>, String, Map<String, Object>> {

    private final OcsfApiActivity mapper;

    /** Maps with this mapper. */
    public ApiActivityExport(OcsfApiActivity mapper) {
        this.mapper = mapper;
    }

    @Override
    public void process(Record<String, Received<SessionEvent>> record) {
        if (record.value().value() instanceof ToolCallScanned call) {
            Map<String, Object> event = mapper.of(call, Origins.current(context()));
            context()
                    .forward(OcsfRecord.of(
                            record.key(),
                            event,
                            Topics.OCSF_API_ACTIVITY.name(),
                            Envelope.of(call),
                            record.timestamp()));
        }
    }
}
