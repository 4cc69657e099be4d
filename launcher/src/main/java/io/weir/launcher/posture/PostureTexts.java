package io.weir.launcher.posture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Posture as people read it. */
final class PostureTexts {

    private static final String ROW = "%-8s  %-24s  %-12s  %-36s  %-16s  %s";

    private PostureTexts() {}

    /** The score, and the findings, a row each. */
    static String table(JsonNode posture) {
        List<String> rows = new ArrayList<>();
        rows.add(posture.path("score").asInt() + " of 100");
        if (!posture.path("findings").isEmpty()) {
            rows.add(row("SEVERITY", "RULE", "STATE", "SUBJECT", "NAME", "SAID"));
        }
        for (JsonNode finding : posture.path("findings")) {
            rows.add(row(
                    finding.path("severity").asText(),
                    finding.path("rule").asText(),
                    finding.path("state").asText(),
                    finding.path("subject").asText(),
                    finding.path("name").asText(),
                    said(finding)));
        }
        return String.join(System.lineSeparator(), rows);
    }

    private static String said(JsonNode finding) {
        String note =
                finding.path("note").isTextual() ? ": " + finding.path("note").asText() : "";
        return finding.path("author").isTextual() ? finding.path("author").asText() + note : "";
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, ROW, cells).stripTrailing();
    }
}
