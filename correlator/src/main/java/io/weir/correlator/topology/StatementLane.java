package io.weir.correlator.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.weir.correlator.audit.AuditProcessor;
import io.weir.correlator.audit.SubjectOf;
import io.weir.correlator.fleet.FleetForms;
import io.weir.correlator.record.ReceivedDeserializer;
import io.weir.correlator.session.AlertRecord;
import io.weir.correlator.session.ReducerProcessor;
import io.weir.engine.link.PlacedStatement;
import io.weir.engine.link.StatementRule;
import io.weir.messaging.codec.RecordCodec;
import io.weir.schemas.event.Statement;
import io.weir.schemas.topic.Topics;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.UsePartitionTimeOnInvalidTimestamp;

/**
 * What people say about content. Each statement stands once in every partition, so the task that owns a partition of the
 * calls reads it with its own sessions at hand, and no task asks another.
 */
final class StatementLane {

    private StatementLane() {}

    /** Attaches the lane; the store of sessions must be there. */
    static void attach(Topology topology, TopologySettings settings, MeterRegistry meters) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                TopologyNames.STATEMENTS_SOURCE,
                new UsePartitionTimeOnInvalidTimestamp(),
                new StringDeserializer(),
                new ReceivedDeserializer<>(RecordCodec.of(Statement.class)),
                settings.nameOf(Topics.DECLASSIFICATIONS),
                settings.nameOf(Topics.CLASSIFICATIONS));
        topology.addProcessor(
                TopologyNames.STATEMENT_RULE,
                () -> ReducerProcessor.beside(
                        new StatementRule(FleetForms.session()),
                        PlacedStatement::new,
                        StateStores.SESSION_STATE,
                        new AlertRecord(meters)),
                TopologyNames.STATEMENTS_SOURCE);
        topology.connectProcessorAndStateStores(TopologyNames.STATEMENT_RULE, StateStores.SESSION_STATE);
        CorrelatorTopology.sink(
                topology, TopologyNames.STATEMENT_ALERTS_SINK, Topics.ALERTS, settings, TopologyNames.STATEMENT_RULE);
    }

    /** The audit processor of the lane, for the lane of the audit log. */
    static void attachAudit(Topology topology, String auditTopic) {
        topology.addProcessor(
                TopologyNames.AUDIT_STATEMENTS,
                () -> new AuditProcessor<>(SubjectOf.STATEMENTS, auditTopic, StateStores.AUDIT_HEADS),
                TopologyNames.STATEMENTS_SOURCE);
    }
}
