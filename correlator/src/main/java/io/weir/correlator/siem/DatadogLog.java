package io.weir.correlator.siem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An OCSF event as a log of Datadog's intake. */
final class DatadogLog {

    private static final int HIGH = 4;
    private static final int LOW = 2;

    private DatadogLog() {}

    static Map<String, Object> of(JsonNode event) {
        OcsfReading reading = new OcsfReading(event);
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("ddsource", "weir");
        log.put("service", "weir");
        log.put("ddtags", "env:" + tag(reading.text("/unmapped/environment")) + ",decision:" + tag(reading.decision()));
        log.put("timestamp", reading.millis("/time"));
        log.put("status", status(reading.number("/severity_id")));
        log.put("message", reading.text("/message"));
        log.put("ocsf", event);
        return log;
    }

    private static String status(int severity) {
        return severity >= HIGH ? "error" : severity >= LOW ? "warn" : "info";
    }

    private static String tag(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_./-]", "_");
    }
}
