package io.weir.correlator.ocsf;

import io.weir.engine.audit.RecordOrigin;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Link;
import io.weir.schemas.word.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The OCSF object {@code finding_info} of an alert: which rule, which calls, how they hang together. */
final class FindingInfo {

    private FindingInfo() {}

    static Map<String, Object> of(AlertRaised alert, RecordOrigin origin) {
        return new Attributes()
                .required("uid", alert.alertId())
                .with("title", alert.title())
                .with("desc", description(alert))
                .with("types", List.of("exfiltration"))
                .with("analytic", analytic(alert))
                .with("created_time", alert.timeMillis())
                .with("first_seen_time", firstSeen(alert))
                .with("last_seen_time", alert.timeMillis())
                .with("attacks", AttackTechniques.of(alert.sink(), alert.links()))
                .with("kill_chain", List.of(killChainPhase()))
                .with("related_events", relatedEvents(alert))
                .with("related_events_count", relatedEventsCount(alert))
                .with("attack_graph", AttackGraph.of(alert))
                .with("data_sources", List.of(origin.topic()))
                .toMap();
    }

    /** Event time of the earliest read, or of the sink where there is none. */
    static long firstSeen(AlertRaised alert) {
        return alert.links().stream()
                .mapToLong(Link::sourceTimeMillis)
                .filter(timeMillis -> timeMillis < alert.timeMillis())
                .min()
                .orElse(alert.timeMillis());
    }

    private static String description(AlertRaised alert) {
        if (alert.links().isEmpty()) {
            return "A session did what makes a pattern, in " + alert.path().size()
                    + " events; no content was compared.";
        }
        long matchedLength =
                alert.links().stream().mapToLong(Link::matchedLength).max().orElse(0);
        return "Content of earlier reads stands in a later call of the same session: "
                + alert.links().size()
                + " linked reads, " + LinkSummary.pieces(alert.links()) + " pieces, at most " + matchedLength
                + " characters from one read.";
    }

    private static Map<String, Object> analytic(AlertRaised alert) {
        boolean exact = !alert.links().isEmpty() && alert.links().stream().allMatch(FindingInfo::matchesValuesOnly);
        return new Attributes()
                .required("uid", alert.rule())
                .with("name", alert.rule())
                .withEnum("type", exact ? 9 : 10, exact ? "Exact Data Match" : "Partial Data Match")
                .with("version", alert.ruleVersion())
                .toMap();
    }

    private static boolean matchesValuesOnly(Link link) {
        return !link.matches().isEmpty() && link.matches().stream().allMatch(match -> match.valueKind() != null);
    }

    private static Map<String, Object> killChainPhase() {
        return new Attributes().withEnum("phase", 7, "Actions on Objectives").toMap();
    }

    private static List<Map<String, Object>> relatedEvents(AlertRaised alert) {
        Map<String, Map<String, Object>> events = new LinkedHashMap<>();
        LinkSummary.named(alert.links()).forEach(link -> events.putIfAbsent(link.sourceTraceId(), read(link)));
        events.put(alert.traceId(), write(alert));
        return new ArrayList<>(events.values());
    }

    /** How many calls are related, those left out of the list included. */
    private static int relatedEventsCount(AlertRaised alert) {
        Stream<String> reads = alert.links().stream().map(Link::sourceTraceId);
        return (int) Stream.concat(reads, Stream.of(alert.traceId())).distinct().count();
    }

    private static Map<String, Object> read(Link link) {
        Attributes event = relatedEvent(link.sourceTraceId(), ApiActivity.READ, link.sourceTimeMillis())
                .with("title", "Read by " + link.sourceTool());
        return OcsfRisk.addSeverity(event, Severity.INFORMATIONAL).toMap();
    }

    private static Map<String, Object> write(AlertRaised alert) {
        ApiActivity activity = ApiActivity.of(alert.sink());
        Attributes event = relatedEvent(alert.traceId(), activity, alert.timeMillis())
                .with("title", "Call of " + alert.sink().tool());
        return OcsfRisk.addSeverity(event, alert.severity()).toMap();
    }

    private static Attributes relatedEvent(String uid, ApiActivity activity, long timeMillis) {
        return new Attributes()
                .required("uid", uid)
                .with("type_uid", activity.typeUid())
                .with("type_name", activity.typeName())
                .with("created_time", timeMillis);
    }
}
