package io.weir.correlator.export;

import io.weir.correlator.ocsf.OcsfDataSecurityFinding;
import io.weir.correlator.record.Origins;
import io.weir.correlator.record.Received;
import io.weir.messaging.kafka.Envelope;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.topic.Topics;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Tells SIEMs of each alert, as OCSF Data Security Finding, keyed by the finding. */
public final class FindingExport
        extends ContextualProcessor<String, Received<AlertRaised>, String, Map<String, Object>> {

    private final OcsfDataSecurityFinding mapper;

    /** Maps with this mapper. */
    public FindingExport(OcsfDataSecurityFinding mapper) {
        this.mapper = mapper;
    }

    @Override
    public void process(Record<String, Received<AlertRaised>> record) {
        AlertRaised alert = record.value().value();
        Map<String, Object> event = mapper.of(alert, Origins.current(context()));
        context()
                .forward(OcsfRecord.of(
                        OcsfRecord.text(event, "finding_info", "uid"),
                        event,
                        Topics.OCSF_DATA_SECURITY_FINDING.name(),
                        Envelope.of(alert),
                        record.timestamp()));
    }
}
