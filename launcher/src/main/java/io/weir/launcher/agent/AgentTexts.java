package io.weir.launcher.agent;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Agents as people read them. */
final class AgentTexts {

    private static final String ROW = "%-32s  %6s  %-10s  %9s  %9s  %s";
    private static final String LINE = "%-12s %s";

    private AgentTexts() {}

    /** Agents, a row each. */
    static String table(JsonNode agents) {
        List<String> rows = new ArrayList<>();
        rows.add(row("AGENT", "TRUST", "STANDING", "DENIED 1H", "DENIED 1D", "LAST MARKED"));
        for (JsonNode agent : agents) {
            rows.add(row(
                    agent.path("agent_id").asText(),
                    trust(agent.path("trust")),
                    standing(agent),
                    agent.at("/last_hour/denials").asInt(),
                    agent.at("/last_day/denials").asInt(),
                    time(agent.path("last_marked_at"))));
        }
        return String.join(System.lineSeparator(), rows);
    }

    /** All that is known of one agent. */
    static String whole(JsonNode agent) {
        List<String> lines = new ArrayList<>();
        lines.add(line("agent", agent.path("agent_id").asText()));
        lines.add(line("trust", trust(agent.path("trust")) + "; " + standing(agent)));
        if (agent.path("scrutiny_until").isNumber()) {
            lines.add(line("watched", "until " + time(agent.path("scrutiny_until"))));
        }
        lines.add(line("last hour", marks(agent.path("last_hour"))));
        lines.add(line("last day", marks(agent.path("last_day"))));
        StringJoiner trend = new StringJoiner(" ");
        agent.path("trend").forEach(day -> trend.add(trust(day)));
        lines.add(line("14 days", trend.toString()));
        return String.join(System.lineSeparator(), lines);
    }

    private static String standing(JsonNode agent) {
        if (agent.path("suspended").asBoolean()) {
            return "suspended";
        }
        return agent.path("scrutiny").asBoolean() ? "scrutiny" : "trusted";
    }

    private static String marks(JsonNode marks) {
        StringJoiner counts = new StringJoiner(", ");
        counts.setEmptyValue("nothing");
        marks.properties().forEach(mark -> {
            if (mark.getValue().asInt() > 0) {
                counts.add(mark.getValue().asInt() + " " + mark.getKey());
            }
        });
        return counts.toString();
    }

    private static String trust(JsonNode trust) {
        return String.format(Locale.ROOT, "%.3f", trust.asDouble());
    }

    private static String time(JsonNode millis) {
        return millis.asLong() == 0
                ? "never"
                : Instant.ofEpochMilli(millis.asLong() / 1_000 * 1_000).toString();
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, LINE, name, value);
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, ROW, cells);
    }
}
