package io.weir.correlator.siem;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** An OCSF event in an envelope of Splunk's HTTP event collector; what is searched by most is indexed as a field. */
final class SplunkEvent {

    private static final int MILLIS_DIGITS = 3;

    private SplunkEvent() {}

    static Map<String, Object> of(JsonNode event) {
        OcsfReading reading = new OcsfReading(event);
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("time", BigDecimal.valueOf(reading.millis("/time"), MILLIS_DIGITS));
        envelope.put("source", "weir");
        envelope.put("sourcetype", reading.isFinding() ? "weir:finding" : "weir:decision");
        envelope.put("event", event);
        envelope.put("fields", fields(reading));
        return envelope;
    }

    private static Map<String, Object> fields(OcsfReading reading) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("event_uid", reading.text("/metadata/uid"));
        fields.put("tenant", reading.text("/metadata/tenant_uid"));
        fields.put("severity", reading.text("/severity"));
        fields.put("decision", reading.decision());
        if (reading.isFinding()) {
            fields.put("finding_uid", reading.id());
            fields.put("rule_id", reading.rule());
        }
        return fields;
    }
}
