package io.weir.scanapi.export;

import io.weir.platform.json.Json;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.RecordPlace;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Writes decisions in one of the formats. For one thread. */
final class DecisionWriter {

    private static final String PRODUCT = "weir";
    private static final int MILLIS_DIGITS = 3;
    private static final List<String> COLUMNS = List.of(
            "time",
            "trace_id",
            "environment",
            "agent_id",
            "session_id",
            "tool",
            "operation",
            "method",
            "verb",
            "audience",
            "decision",
            "risk_score",
            "risk_band",
            "reason_codes",
            "data_classes",
            "links",
            "policy_version");

    private final ExportFormat format;
    private final SiemLines siem;
    private final OutputStream out;
    private final IntentAudit intent = new IntentAudit();
    private boolean first = true;

    /**
     * A writer.
     *
     * @param siem decisions as SIEMs read them
     */
    DecisionWriter(ExportFormat format, SiemLines siem, OutputStream out) {
        this.format = format;
        this.siem = siem;
        this.out = out;
    }

    void begin() throws IOException {
        if (format == ExportFormat.JSON) {
            write("{\"decisions\":[");
        } else if (format == ExportFormat.CSV) {
            write(String.join(",", COLUMNS) + "\r\n");
        }
    }

    void add(DecisionMade made, RecordPlace place) throws IOException {
        switch (format) {
            case JSON -> {
                write(first ? "" : ",\n");
                out.write(Json.bytes(made));
            }
            case CSV -> write(row(made));
            case NDJSON -> line(made);
            case SPLUNK -> line(splunk(made));
            case DATADOG -> line(datadog(made));
            case OCSF, CEF, ECS -> line(siem.of(format, made, place));
            case INTENT -> line(intent.entry(made));
        }
        first = false;
    }

    void end() throws IOException {
        if (format == ExportFormat.JSON) {
            write("]}\n");
        } else if (format == ExportFormat.INTENT) {
            Map<String, Object> summary = intent.summary();
            if (summary != null) {
                line(Map.of("summary", summary));
            }
        }
    }

    private void line(Object value) throws IOException {
        line(Json.bytes(value));
    }

    private void line(byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> splunk(DecisionMade made) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("time", BigDecimal.valueOf(made.timeMillis(), MILLIS_DIGITS));
        event.put("source", PRODUCT);
        event.put("sourcetype", PRODUCT + ":decision");
        event.put("event", made);
        return event;
    }

    private static Map<String, Object> datadog(DecisionMade made) {
        DecisionRecord outcome = made.outcome();
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("ddsource", PRODUCT);
        log.put("service", PRODUCT);
        log.put(
                "ddtags",
                "env:" + tag(made.principal().environment()) + ",decision:"
                        + tag(outcome.decision().name()));
        log.put("timestamp", made.timeMillis());
        log.put("status", outcome.decision().name().equals("ALLOW") ? "info" : "warn");
        log.put(
                "message",
                outcome.decision() + " " + made.call().tool() + " by "
                        + made.principal().agentId());
        log.put("weir", made);
        return log;
    }

    private static String tag(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_./-]", "_");
    }

    private static String row(DecisionMade made) {
        DecisionRecord outcome = made.outcome();
        StringJoiner row = new StringJoiner(",", "", "\r\n");
        row.add(cell(Instant.ofEpochMilli(made.timeMillis())));
        row.add(cell(made.traceId()));
        row.add(cell(made.principal().environment()));
        row.add(cell(made.principal().agentId()));
        row.add(cell(made.principal().sessionId()));
        row.add(cell(made.call().tool()));
        row.add(cell(made.call().operation()));
        row.add(cell(made.call().method()));
        row.add(cell(made.call().verb()));
        row.add(cell(made.call().audience()));
        row.add(cell(outcome.decision()));
        row.add(cell(outcome.riskScore()));
        row.add(cell(outcome.riskBand()));
        row.add(cell(words(outcome.reasonCodes())));
        row.add(cell(words(outcome.dataClasses())));
        row.add(cell(outcome.links().size()));
        row.add(cell(outcome.policyVersion()));
        return row.toString();
    }

    private static String words(List<?> words) {
        StringJoiner joined = new StringJoiner(" ");
        words.forEach(word -> joined.add(word.toString()));
        return joined.toString();
    }

    /**
     * A cell; what a table calculator would take for a formula gets an apostrophe, as agents choose some of the texts.
     */
    private static String cell(Object value) {
        String text = value.toString();
        boolean formula = value instanceof String && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
