package io.weir.correlator.siem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/** An OCSF event as a line of the Common Event Format. Keys and lengths are those of its extension dictionary. */
final class CefEvent {

    private static final int BASE = 0;
    private static final int CORRELATION = 2;
    private static final int OUTBOUND = 1;
    private static final int EXTERNAL = 2;
    private static final int ID_UNITS_MAX = 40;
    private static final int SHORT_UNITS_MAX = 63;
    private static final int PROTOCOL_UNITS_MAX = 31;
    private static final int TEXT_UNITS_MAX = 1_023;
    private static final double PERCENT = 100;

    private CefEvent() {}

    static String of(JsonNode event) {
        OcsfReading reading = new OcsfReading(event);
        CefLine line = new CefLine(List.of(
                reading.text("/metadata/product/vendor_name"),
                reading.text("/metadata/product/name"),
                reading.text("/metadata/product/version"),
                reading.rule(),
                reading.isFinding() ? reading.text("/message") : name(reading),
                Integer.toString(severity(reading.number("/severity_id")))));
        addWhat(line, reading);
        addWho(line, reading);
        addWhere(line, reading);
        addMore(line, reading);
        return line.toString();
    }

    private static String name(OcsfReading reading) {
        return reading.decision() + " " + reading.text("/api/service/name") + " " + reading.text("/api/operation");
    }

    /** OCSF's 1 to 5 on the scale of 0 to 10. */
    private static int severity(int ocsf) {
        return switch (ocsf) {
            case 1 -> 1;
            case 2 -> 3;
            case 3 -> 5;
            case 4 -> 8;
            default -> 10;
        };
    }

    private static void addWhat(CefLine line, OcsfReading reading) {
        line.with("rt", reading.millis("/time"))
                .with("type", reading.isFinding() ? CORRELATION : BASE)
                .with("cat", reading.text("/class_name"), TEXT_UNITS_MAX)
                .with("act", reading.decision(), SHORT_UNITS_MAX)
                .with("outcome", reading.isForwarded() ? "success" : "failure", SHORT_UNITS_MAX)
                .with("reason", reading.reason(), TEXT_UNITS_MAX)
                .with("msg", reading.text("/message"), TEXT_UNITS_MAX);
        if (reading.id().length() <= ID_UNITS_MAX) {
            line.with("externalId", reading.id(), ID_UNITS_MAX);
        }
        if (reading.isFinding()) {
            line.with("start", reading.millis("/start_time")).with("end", reading.millis("/end_time"));
        }
    }

    private static void addWho(CefLine line, OcsfReading reading) {
        line.with("suid", reading.text("/actor/app_uid"), TEXT_UNITS_MAX)
                .with("sourceServiceName", reading.text("/actor/app_name"), TEXT_UNITS_MAX);
    }

    private static void addWhere(CefLine line, OcsfReading reading) {
        String operation = reading.text("/api/operation");
        String tool = reading.text("/dst_endpoint/svc_name");
        line.with("app", operation.isEmpty() ? tool : tool + "." + operation, PROTOCOL_UNITS_MAX)
                .with("destinationServiceName", tool, TEXT_UNITS_MAX)
                .with("dhost", reading.text("/dst_endpoint/hostname"), TEXT_UNITS_MAX)
                .with("dst", reading.text("/dst_endpoint/ip"), SHORT_UNITS_MAX)
                .with("dpt", reading.text("/dst_endpoint/port"), SHORT_UNITS_MAX)
                .with("duser", reading.text("/dst_endpoint/name"), TEXT_UNITS_MAX)
                .with("requestMethod", reading.text("/http_request/http_method"), TEXT_UNITS_MAX)
                .with("out", reading.text("/http_request/body_length"), SHORT_UNITS_MAX);
        if (reading.number("/dst_endpoint/network_scope_id") == EXTERNAL) {
            line.with("deviceDirection", OUTBOUND);
        }
    }

    private static void addMore(CefLine line, OcsfReading reading) {
        String risk = String.format(Locale.ROOT, "%.2f", reading.number("/risk_score") / PERCENT);
        line.labelled("cfp1", "riskScore", risk)
                .labelled("cs1", "reasons", reading.text("/status_detail"))
                .labelled("cs1", "calls", String.join(",", reading.calls()))
                .labelled("cs2", "session", reading.text("/actor/session/uid"))
                .labelled("cs3", "dataClasses", String.join(",", reading.dataClasses()))
                .labelled("cs4", "tenant", reading.text("/metadata/tenant_uid"))
                .labelled("cs5", "techniques", String.join(",", reading.ofAttacks("/technique/uid")))
                .labelled("cs6", "uid", reading.isFinding() ? reading.id() : reading.text("/metadata/uid"));
    }
}
