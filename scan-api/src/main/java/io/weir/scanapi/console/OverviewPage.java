package io.weir.scanapi.console;

import io.weir.engine.incident.Incident;
import io.weir.engine.trust.AgentStanding;
import io.weir.platform.health.Health;
import io.weir.platform.health.HealthState;
import io.weir.schemas.api.PostureAnswer.PostureFinding;
import io.weir.schemas.word.PostureState;
import io.weir.schemas.word.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The page that says in a few lines what asks for people. */
public final class OverviewPage {

    private static final String CONTENT = """
        <h1>Overview</h1>
        <dl>
        %s
        </dl>\
        """;
    private static final Set<PostureState> OPEN = EnumSet.of(PostureState.OPEN, PostureState.ACKNOWLEDGED);
    private static final String LINK = "<a href=\"%s\">%s</a>";

    private OverviewPage() {}

    /** The page. */
    public static String of(Visitor visitor, Overview overview, long timeMillis) {
        List<Markup> lines = new ArrayList<>();
        lines.add(Frame.line("Held calls", Markup.of(LINK, "/console", waiting(overview, timeMillis))));
        lines.add(Frame.line("Incidents", Markup.of(LINK, "/console/incidents", incidents(overview.incidents()))));
        lines.add(Frame.line("Agents", Markup.of(LINK, "/console/agents", agents(overview.agents()))));
        lines.add(Frame.line("Posture", overview.posture().score() + " of 100"));
        overview.posture().findings().stream()
                .filter(finding -> OPEN.contains(finding.state()))
                .collect(Collectors.groupingBy(PostureFinding::rule))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> lines.add(Frame.line(
                        "", Frame.word(entry.getKey()) + ": " + entry.getValue().size())));
        lines.add(Frame.line("This node", Frame.word(overview.health().state())));
        overview.health().checks().entrySet().stream()
                .filter(check -> check.getValue().state() != HealthState.UP)
                .forEach(check -> lines.add(Frame.line("", check.getKey() + ": " + reason(check.getValue()))));
        return Frame.living("Overview", visitor, Markup.of(CONTENT, Markup.of(lines)));
    }

    private static String waiting(Overview overview, long timeMillis) {
        return overview.waiting().isEmpty()
                ? "none waits"
                : overview.waiting().size() + " wait, the first for "
                        + overview.waiting().stream()
                                        .mapToLong(approval -> timeMillis - approval.requestedMillis())
                                        .max()
                                        .orElse(0)
                                / 60_000
                        + " min";
    }

    private static String incidents(List<Incident> incidents) {
        List<String> counts = new ArrayList<>();
        List<Severity> severities = Arrays.asList(Severity.values().clone());
        Collections.reverse(severities);
        for (Severity severity : severities) {
            long count = incidents.stream()
                    .filter(incident -> incident.severity() == severity)
                    .count();
            if (count > 0) {
                counts.add(count + " " + Frame.word(severity));
            }
        }
        return counts.isEmpty() ? "none is open" : String.join(", ", counts);
    }

    private static String agents(List<AgentStanding> agents) {
        long suspended = agents.stream().filter(AgentStanding::suspended).count();
        long watched = agents.stream().filter(AgentStanding::isInScrutiny).count();
        return agents.size() + " known, " + suspended + " suspended, " + watched + " under scrutiny";
    }

    private static String reason(Health health) {
        return Frame.word(health.state()) + ", " + health.reason();
    }
}
