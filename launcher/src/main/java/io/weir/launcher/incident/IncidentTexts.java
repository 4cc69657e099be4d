package io.weir.launcher.incident;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Incidents as people read them. */
final class IncidentTexts {

    private static final String ROW = "%-36s  %-13s  %-8s  %-20s  %5s  %-20s  %s";
    private static final String LINE = "%-12s %s";

    private IncidentTexts() {}

    /** Incidents, a row each. */
    static String table(JsonNode incidents) {
        List<String> rows = new ArrayList<>();
        rows.add(row("ID", "STATE", "SEVERITY", "LAST", "TIMES", "AGENT", "WHAT"));
        for (JsonNode incident : incidents) {
            rows.add(row(
                    incident.path("incident_id").asText(),
                    incident.path("state").asText(),
                    incident.path("severity").asText(),
                    time(incident.path("last_at")),
                    incident.path("occurrences").asInt(),
                    incident.at("/opening/agent_id").asText(),
                    incident.at("/opening/title").asText()));
        }
        return String.join(System.lineSeparator(), rows);
    }

    /** All that is known of one incident. */
    static String whole(JsonNode incident) {
        JsonNode opening = incident.path("opening");
        List<String> lines = new ArrayList<>();
        lines.add(line("incident", incident.path("incident_id").asText()));
        lines.add(line("what", opening.path("title").asText()));
        lines.add(line("state", incident.path("state").asText() + resolution(incident)));
        lines.add(line(
                "severity",
                incident.path("severity").asText() + "; "
                        + opening.path("trigger").asText()));
        opening.path("escalate_to").forEach(channel -> lines.add(line("escalated to", channel.asText())));
        opening.path("tags").forEach(tag -> lines.add(line("tag", tag.asText())));
        lines.add(line("agent", opening.path("agent_id").asText("none")));
        lines.add(line("session", opening.path("session_id").asText("none")));
        lines.add(line(
                "seen",
                incident.path("occurrences").asInt() + " times, from " + time(incident.path("opened_at")) + " to "
                        + time(incident.path("last_at"))));
        if (incident.path("ticket").isObject()) {
            lines.add(line(
                    "ticket",
                    incident.at("/ticket/id").asText() + " "
                            + incident.at("/ticket/url").asText("")));
        }
        incident.path("trace_ids").forEach(id -> lines.add(line("decision", id.asText())));
        incident.path("alert_ids").forEach(id -> lines.add(line("alert", id.asText())));
        for (JsonNode entry : incident.path("history")) {
            lines.add(line("history", entry(entry)));
        }
        for (JsonNode key : incident.path("rotated_keys")) {
            lines.add(line(
                    "new key",
                    key.path("key").asText() + " for " + key.path("name").asText() + ", shown once"));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String entry(JsonNode entry) {
        String action =
                entry.path("action").isTextual() ? " " + entry.path("action").asText() : "";
        String note = entry.path("note").isTextual() ? ": " + entry.path("note").asText() : "";
        return time(entry.path("time")) + " " + entry.path("author").asText() + " "
                + entry.path("step").asText() + action + note;
    }

    private static String resolution(JsonNode incident) {
        return incident.path("resolution").isTextual()
                ? "; " + incident.path("resolution").asText()
                : "";
    }

    private static String time(JsonNode millis) {
        return time(millis.asLong());
    }

    /** A point in time, to the second. */
    static String time(long millis) {
        return Instant.ofEpochMilli(millis / 1_000 * 1_000).toString();
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, LINE, name, value);
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, ROW, cells);
    }
}
