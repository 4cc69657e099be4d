package io.weir.correlator.ocsf;

import io.weir.engine.audit.RecordOrigin;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Link;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.Severity;
import io.weir.schemas.word.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Maps alerts to OCSF 1.8.0 Data Security Finding (class 2006). The mapping is a pure function: the same alert gives
 * the same event, with the same {@code finding_info.uid} and {@code metadata.uid}. Thread-safe.
 */
public final class OcsfDataSecurityFinding {

    private final OcsfMetadata metadata;

    /** A mapper that names itself with the given version of the product. */
    public OcsfDataSecurityFinding(String productVersion) {
        this.metadata = new OcsfMetadata(productVersion);
    }

    /**
     * An alert.
     *
     * @param alert what was found
     * @param origin the record that holds it
     * @return attributes in a fixed order, at most 256 KiB as JSON
     */
    public Map<String, Object> of(AlertRaised alert, RecordOrigin origin) {
        Attributes event = new Attributes();
        addClass(event, alert);
        addAssessment(event, alert);
        event.with("finding_info", FindingInfo.of(alert, origin)).with("data_security", dataSecurity(alert));
        addWho(event, alert);
        event.with("metadata", metadata(alert, origin)).with("unmapped", unmapped(alert));
        return EventBounds.apply(event.toMap());
    }

    private static void addClass(Attributes event, AlertRaised alert) {
        event.with("class_uid", 2006)
                .with("class_name", "Data Security Finding")
                .with("category_uid", 2)
                .with("category_name", "Findings")
                .with("activity_id", 1)
                .with("activity_name", "Create")
                .with("type_uid", 200_601)
                .with("type_name", "Data Security Finding: Create")
                .with("time", alert.timeMillis())
                .with("start_time", FindingInfo.firstSeen(alert))
                .with("end_time", alert.timeMillis());
        OcsfRisk.addSeverity(event, alert.severity());
        event.with("message", alert.title())
                .with("is_alert", alert.tier().atLeast(Tier.ALERT))
                .with("count", 1)
                .withEnum("status", 1, "New");
    }

    private static void addAssessment(Attributes event, AlertRaised alert) {
        SecurityControl.of(alert.decision(), List.of()).addTo(event);
        OcsfRisk.addConfidence(event, alert.score());
        addRiskLevel(event, alert.severity()).with("risk_score", OcsfRisk.percent(alert.score()));
        event.with("attacks", AttackTechniques.of(alert.sink(), alert.links()));
    }

    /** OCSF's risk levels are its severities, one lower and with another first word. */
    private static Attributes addRiskLevel(Attributes event, Severity severity) {
        return severity == Severity.INFORMATIONAL
                ? event.withEnum("risk_level", 0, "Info")
                : event.withEnum("risk_level", severity.ocsfId() - 1, severity.caption());
    }

    private static Map<String, Object> dataSecurity(AlertRaised alert) {
        Optional<DataClass> mostSensitive = alert.dataClasses().stream().max(Comparator.naturalOrder());
        Attributes dataSecurity = new Attributes();
        mostSensitive.ifPresent(dataClass -> OcsfDataClass.of(dataClass).addTo(dataSecurity));
        return dataSecurity
                .withEnum("data_lifecycle_state", 2, "Data in-Transit")
                .withEnum("detection_system", 10, "Application-Level DLP")
                .with("detection_pattern", alert.rule())
                .with("total", LinkSummary.pieces(alert.links()))
                .toMap();
    }

    private static void addWho(Attributes event, AlertRaised alert) {
        Map<String, Object> destination = OcsfEndpoint.of(alert.sink());
        List<Map<String, Object>> resources = resources(alert);
        event.with("actor", OcsfActor.actor(alert.principal()))
                .with("src_endpoint", OcsfActor.endpoint(alert.principal()))
                .with("dst_endpoint", destination)
                .with("resources", resources)
                .with("observables", Observables.of(destination, resources));
    }

    /** The writing tool first, then each tool that was read with. */
    private static List<Map<String, Object>> resources(AlertRaised alert) {
        List<Map<String, Object>> resources = new ArrayList<>();
        resources.add(OcsfResource.acting(alert.sink().tool()));
        Map<String, List<DataClass>> sources = new LinkedHashMap<>();
        for (Link link : LinkSummary.named(alert.links())) {
            sources.computeIfAbsent(link.sourceTool(), tool -> new ArrayList<>())
                    .addAll(link.dataClasses());
        }
        sources.forEach((tool, dataClasses) -> resources.add(OcsfResource.affected(
                tool, dataClasses.stream().distinct().sorted().toList())));
        return resources;
    }

    private Map<String, Object> metadata(AlertRaised alert, RecordOrigin origin) {
        String uid =
                RecordUid.of("2006", alert.principal().tenant(), alert.alertId(), alert.rule(), alert.ruleVersion());
        List<String> profiles = List.of(SecurityControl.PROFILE, "data_classification");
        return metadata.of(uid, alert.rule(), alert.principal(), origin, profiles);
    }

    private static Map<String, Object> unmapped(AlertRaised alert) {
        return OcsfActor.unmapped(alert.principal())
                .with("trace_id", alert.traceId())
                .with("traceparent", alert.traceparent())
                .with("tier", alert.tier().name())
                .with("destinations", OcsfEndpoint.all(alert.sink()))
                .with("path", PathSummary.of(alert))
                .with("retroactive", PathSummary.of(alert.retroactive()))
                .with("links", LinkSummary.all(alert.links()))
                .toMap();
    }
}
