package io.weir.correlator.siem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.platform.json.Json;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** An OCSF event as a document of the Elastic Common Schema, with the fields of {@code gen_ai} that are in beta. */
final class EcsEvent {

    private static final String VERSION = "9.2.0";

    private final ObjectNode document = Json.mapper().createObjectNode();

    private EcsEvent() {}

    static ObjectNode of(JsonNode event) {
        OcsfReading reading = new OcsfReading(event);
        EcsEvent ecs = new EcsEvent();
        ecs.put("@timestamp", reading.time("/time"));
        ecs.put("message", reading.text("/message"));
        ecs.put("ecs.version", VERSION);
        ecs.addEvent(reading);
        ecs.addWho(reading);
        ecs.addThreat(reading);
        return ecs.document;
    }

    private void addEvent(OcsfReading reading) {
        boolean finding = reading.isFinding();
        put("event.id", reading.text("/metadata/uid"));
        put("event.kind", finding ? "alert" : "event");
        put("event.category", List.of(finding ? "intrusion_detection" : "api"));
        put("event.type", List.of(reading.isForwarded() ? "allowed" : "denied"));
        put("event.action", reading.decision().toLowerCase(Locale.ROOT));
        put("event.outcome", reading.isForwarded() ? "success" : "failure");
        put("event.reason", reading.reason());
        put("event.severity", reading.number("/severity_id"));
        put("event.risk_score", reading.number("/risk_score"));
        put("event.module", "weir");
        put("event.dataset", finding ? "weir.finding" : "weir.decision");
        if (finding) {
            put("event.start", reading.time("/start_time"));
        }
    }

    private void addWho(OcsfReading reading) {
        put("organization.id", reading.text("/metadata/tenant_uid"));
        put("gen_ai.agent.id", reading.text("/actor/app_uid"));
        put("gen_ai.agent.name", reading.text("/actor/app_name"));
        put("gen_ai.operation.name", "execute_tool");
        put("gen_ai.tool.name", reading.text("/dst_endpoint/svc_name"));
        put("gen_ai.tool.call.id", reading.isFinding() ? "" : reading.text("/unmapped/trace_id"));
        put("destination.domain", reading.text("/dst_endpoint/hostname"));
        put("destination.ip", reading.text("/dst_endpoint/ip"));
        put("destination.port", reading.number("/dst_endpoint/port"));
        put("destination.address", reading.text("/dst_endpoint/name"));
        put("http.request.method", reading.text("/http_request/http_method"));
        put("http.request.body.bytes", reading.number("/http_request/body_length"));
        put("trace.id", reading.text("/trace/uid"));
        put("span.id", reading.text("/trace/span/uid"));
        put("labels.session", reading.text("/actor/session/uid"));
        put("labels.environment", reading.text("/unmapped/environment"));
        put("tags", reading.dataClasses());
    }

    private void addThreat(OcsfReading reading) {
        if (reading.isFinding()) {
            put("rule.id", reading.rule());
            put("rule.name", reading.text("/finding_info/title"));
            put("rule.version", reading.text("/finding_info/analytic/version"));
            put("labels.finding", reading.id());
            put("labels.calls", String.join(",", reading.calls()));
        }
        List<String> techniques = reading.ofAttacks("/technique/uid");
        put("threat.framework", techniques.isEmpty() ? "" : "MITRE ATLAS");
        put("threat.tactic.id", reading.ofAttacks("/tactic/uid"));
        put("threat.tactic.name", reading.ofAttacks("/tactic/name"));
        put("threat.technique.id", techniques);
        put("threat.technique.name", reading.ofAttacks("/technique/name"));
    }

    private void put(String path, String value) {
        if (!value.isEmpty()) {
            object(path).put(last(path), value);
        }
    }

    private void put(String path, int value) {
        if (value != 0) {
            object(path).put(last(path), value);
        }
    }

    private void put(String path, Collection<String> values) {
        if (!values.isEmpty()) {
            values.forEach(object(path).putArray(last(path))::add);
        }
    }

    /** The object that a member is in; what is missing on the way is made. */
    private ObjectNode object(String path) {
        ObjectNode at = document;
        String[] names = path.split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            at = at.withObjectProperty(names[i]);
        }
        return at;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
