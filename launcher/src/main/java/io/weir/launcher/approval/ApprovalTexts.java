package io.weir.launcher.approval;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Approvals as people read them. */
final class ApprovalTexts {

    private static final String ROW = "%-36s  %-8s  %-20s  %-16s  %-24s  %s";
    private static final String LINE = "%-12s %s";

    private ApprovalTexts() {}

    /** Approvals, a row each. */
    static String table(JsonNode approvals) {
        List<String> rows = new ArrayList<>();
        rows.add(row("ID", "STATUS", "UNTIL", "AGENT", "CALL", "TO"));
        for (JsonNode approval : approvals) {
            JsonNode request = approval.path("request");
            rows.add(row(
                    approval.path("approval_id").asText(),
                    approval.path("status").asText(),
                    time(approval.path("expires_at")),
                    request.path("agent_id").asText(),
                    request.path("call").path("tool").asText(),
                    destinations(request.path("call"))));
        }
        return String.join(System.lineSeparator(), rows);
    }

    /** One approval with all that is known. */
    static String whole(JsonNode approval) {
        JsonNode request = approval.path("request");
        JsonNode call = request.path("call");
        List<String> lines = new ArrayList<>();
        lines.add(line("approval", approval.path("approval_id").asText()));
        lines.add(line(
                "status",
                approval.path("status").asText() + " until " + time(approval.path("expires_at")) + agreed(approval)));
        lines.add(line(
                "agent",
                request.path("agent_id").asText() + ", session "
                        + request.path("session_id").asText() + ", "
                        + request.path("environment").asText()));
        lines.add(line(
                "call",
                call.path("method").asText() + " " + call.path("tool").asText() + ", "
                        + call.path("operation").asText() + ", "
                        + call.path("body_bytes").asLong() + " bytes"));
        lines.add(line("to", destinations(call)));
        lines.add(line(
                "why",
                joined(request.path("reason_codes")) + "; risk "
                        + request.path("risk_score").asText() + " "
                        + request.path("risk_band").asText() + "; "
                        + request.path("links").asInt() + " earlier reads"));
        lines.add(line("escalated to", joined(request.path("escalate_to"))));
        lines.add(line("tags", joined(request.path("tags"))));
        lines.add(line("data", joined(request.path("data_classes"))));
        lines.add(line("decision", request.path("trace_id").asText()));
        for (JsonNode note : approval.path("notes")) {
            lines.add(line(
                    "note",
                    time(note.path("time")) + " " + note.path("author").asText() + ": "
                            + note.path("text").asText()));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String agreed(JsonNode approval) {
        return approval.path("agreed").isEmpty()
                ? ""
                : "; agreed: " + joined(approval.path("agreed")) + "; uses left "
                        + approval.path("uses_left").asInt();
    }

    private static String destinations(JsonNode call) {
        StringJoiner destinations = new StringJoiner(", ");
        call.path("destinations")
                .forEach(destination ->
                        destinations.add(destination.path("label").asText() + " ("
                                + destination.path("audience").asText().toLowerCase(Locale.ROOT) + ")"));
        return destinations.toString();
    }

    private static String joined(JsonNode texts) {
        StringJoiner joined = new StringJoiner(", ");
        joined.setEmptyValue("none");
        texts.forEach(text -> joined.add(text.asText()));
        return joined.toString();
    }

    private static String time(JsonNode millis) {
        return Instant.ofEpochMilli(millis.asLong() / 1_000 * 1_000).toString();
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, LINE, name, value);
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, ROW, cells);
    }
}
