package io.weir.launcher.replay;

import io.weir.platform.json.Json;
import io.weir.schemas.word.Decision;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Prints what a replay finds as it goes, and counts it. Nothing in it depends on time or on the order of a hash table.
 * For one thread.
 */
final class ReplayReport {

    private final PrintWriter out;
    private final boolean json;
    private final Map<Decision, Long> decisions = new EnumMap<>(Decision.class);
    private final Map<String, Long> changed = new TreeMap<>();
    private long responses;
    private long identical;
    private long uncompared;
    private long unreadable;
    private long newDenials;

    /**
     * A report.
     *
     * @param json whether every decision is printed, a JSON object each; otherwise only what changed is, for people
     */
    ReplayReport(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    void responded() {
        responses++;
    }

    void decided(ReplayedCall call) {
        decisions.merge(call.outcome().decision(), 1L, Long::sum);
        String transition = call.transition();
        if (transition == null) {
            uncompared++;
        } else if (call.changes().isEmpty()) {
            identical++;
        } else {
            changed.merge(transition, 1L, Long::sum);
        }
        newDenials += call.isNewDenial() ? 1 : 0;
        print(call);
    }

    /** A record that is no event, or lacks what judgement needs. */
    void unreadable(String place, String why) {
        unreadable++;
        out.println(json ? Json.text(unreadableJson(place, why)) : "unreadable  " + place + "  " + why);
    }

    /**
     * Prints the counts.
     *
     * @param undecided by rule of the candidate policies, for how many calls it was not known whether it matches
     */
    void summarize(SessionTables sessions, Map<String, Long> undecided) {
        out.println(json ? Json.text(summaryJson(sessions, undecided)) : summaryText(sessions, undecided));
        out.flush();
    }

    long changedCount() {
        return sum(changed);
    }

    /** Calls that are denied now and were not. */
    long newDenialCount() {
        return newDenials;
    }

    long unreadableCount() {
        return unreadable;
    }

    private void print(ReplayedCall call) {
        if (json) {
            out.println(Json.text(call.json()));
        } else if (!call.changes().isEmpty()) {
            out.println("changed  " + call.traceId() + "  " + call.tool() + "  " + call.transition() + "  "
                    + String.join("; ", call.changes()));
        }
    }

    private String summaryText(SessionTables sessions, Map<String, Long> undecided) {
        StringBuilder text = new StringBuilder();
        text.append(sessions.count())
                .append(" sessions, ")
                .append(sum(decisions))
                .append(" calls, ");
        text.append(responses).append(" responses, ").append(unreadable).append(" unreadable\n");
        text.append("decided now: ").append(joined(decisions)).append('\n');
        text.append(identical).append(" identical, ").append(changedCount()).append(" changed");
        if (uncompared > 0) {
            text.append(", ").append(uncompared).append(" with nothing to compare");
        }
        if (sessions.forgotten() > 0) {
            text.append("\n").append(sessions.forgotten()).append(" sessions forgotten on the way: too many at once");
        }
        changed.forEach((transition, count) ->
                text.append("\n  ").append(transition).append("  ").append(count));
        undecided.forEach((rule, count) -> text.append("\nnot known without content: rule ")
                .append(rule)
                .append(" for ")
                .append(count)
                .append(" calls"));
        if (!undecided.isEmpty()) {
            text.append("\ncontent is not kept: try these rules on calls as they come, by weir policy apply --shadow");
        }
        return text.toString();
    }

    private Map<String, Object> summaryJson(SessionTables sessions, Map<String, Long> undecided) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("type", "summary");
        summary.put("sessions", sessions.count());
        summary.put("sessions_forgotten", sessions.forgotten());
        summary.put("calls", sum(decisions));
        summary.put("responses", responses);
        summary.put("unreadable", unreadable);
        summary.put("decisions", decisions);
        summary.put("identical", identical);
        summary.put("changed", changedCount());
        summary.put("changed_by_decision", changed);
        summary.put("uncompared", uncompared);
        if (!undecided.isEmpty()) {
            summary.put("undecided_by_rule", undecided);
        }
        return summary;
    }

    private static Map<String, Object> unreadableJson(String place, String why) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", "unreadable");
        line.put("place", place);
        line.put("why", why);
        return line;
    }

    private static String joined(Map<Decision, Long> counts) {
        return counts.isEmpty()
                ? "nothing"
                : counts.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
