package io.weir.launcher.key;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Keys as people read them. */
final class KeyTexts {

    private static final String ROW = "%-36s  %-9s  %-13s  %-8s  %-20s  %-10s  %s";

    private KeyTexts() {}

    /** A key that was just made. */
    static String made(JsonNode key) {
        return String.join(
                System.lineSeparator(),
                key.path("key").asText(),
                "",
                "This is the only time that it is shown.",
                "id " + key.path("key_id").asText() + ", tenant "
                        + key.path("tenant_id").asText() + ", may " + scopes(key) + ", expires "
                        + key.path("expires_at").asText("never"));
    }

    /** Keys, a row each. */
    static String table(JsonNode keys) {
        List<String> rows = new ArrayList<>();
        rows.add(String.format(Locale.ROOT, ROW, "ID", "KIND", "PREFIX", "STATE", "NAME", "EXPIRES", "MAY"));
        for (JsonNode key : keys) {
            rows.add(String.format(
                    Locale.ROOT,
                    ROW,
                    key.path("key_id").asText(),
                    key.path("kind").asText().toLowerCase(Locale.ROOT),
                    key.path("prefix").asText(),
                    key.path("state").asText(),
                    key.path("name").asText(),
                    day(key.path("expires_at").asText("never")),
                    scopes(key)));
        }
        return String.join(System.lineSeparator(), rows);
    }

    private static String scopes(JsonNode key) {
        StringJoiner scopes = new StringJoiner(",");
        key.path("scopes").forEach(scope -> scopes.add(scope.asText().toLowerCase(Locale.ROOT)));
        return scopes.toString();
    }

    private static String day(String time) {
        int end = time.indexOf('T');
        return end < 0 ? time : time.substring(0, end);
    }
}
