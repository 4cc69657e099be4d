package io.weir.correlator.topology;

import io.weir.correlator.export.ApiActivityExport;
import io.weir.correlator.export.DecisionLog;
import io.weir.correlator.export.FindingExport;
import io.weir.correlator.ocsf.OcsfApiActivity;
import io.weir.correlator.ocsf.OcsfDataSecurityFinding;
import io.weir.platform.Build;
import io.weir.schemas.topic.Topics;
import org.apache.kafka.streams.Topology;

/** Events to decisions, and decisions and alerts to OCSF. */
final class ExportLane {

    private ExportLane() {}

    static void attach(Topology topology, TopologySettings settings) {
        topology.addProcessor(TopologyNames.DECISION_LOG, DecisionLog::new, TopologyNames.EVENT_GUARD);
        CorrelatorTopology.sink(
                topology, TopologyNames.DECISIONS_SINK, Topics.DECISIONS, settings, TopologyNames.DECISION_LOG);
        topology.addProcessor(
                TopologyNames.API_ACTIVITY_EXPORT,
                () -> new ApiActivityExport(new OcsfApiActivity(Build.version())),
                TopologyNames.EVENT_GUARD);
        CorrelatorTopology.sink(
                topology,
                TopologyNames.API_ACTIVITY_SINK,
                Topics.OCSF_API_ACTIVITY,
                settings,
                TopologyNames.API_ACTIVITY_EXPORT);
        topology.addProcessor(
                TopologyNames.FINDING_EXPORT,
                () -> new FindingExport(new OcsfDataSecurityFinding(Build.version())),
                TopologyNames.ALERTS_SOURCE);
        CorrelatorTopology.sink(
                topology,
                TopologyNames.FINDING_SINK,
                Topics.OCSF_DATA_SECURITY_FINDING,
                settings,
                TopologyNames.FINDING_EXPORT);
    }
}
