package io.weir.correlator.topology;

import io.weir.correlator.audit.AuditProcessor;
import io.weir.correlator.audit.SamePartition;
import io.weir.schemas.topic.Topics;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/**
 * Events, alerts and statements to the audit chain of their partition, by one processor, because a chain has one head.
 */
final class AuditLane {

    private AuditLane() {}

    static void attach(Topology topology, TopologySettings settings) {
        String audit = settings.nameOf(Topics.AUDIT);
        topology.addProcessor(
                TopologyNames.AUDIT,
                () -> new AuditProcessor(audit, StateStores.AUDIT_HEADS, settings.commitTime()),
                TopologyNames.EVENT_GUARD,
                TopologyNames.ALERTS_SOURCE,
                TopologyNames.STATEMENTS_SOURCE);
        topology.addStateStore(StateStores.auditHeads(), TopologyNames.AUDIT);
        topology.addSink(
                TopologyNames.AUDIT_SINK,
                audit,
                new StringSerializer(),
                new ByteArraySerializer(),
                new SamePartition(),
                TopologyNames.AUDIT);
    }
}
