package io.weir.engine.policy;

import io.weir.engine.policy.text.Fields;
import io.weir.engine.policy.text.Node;
import io.weir.engine.policy.text.Node.Sequence;
import io.weir.engine.policy.text.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads conditions on what other parts of Weir know: trust, threat feeds, budgets, changes of tools. For one thread.
 */
final class StandingReader {

    private static final Map<String, String> TOOL_WARNINGS = new TreeMap<>(Map.of(
            "mcp_drift_detected", "drift",
            "mcp_origin_changed", "origin",
            "mcp_injection_heuristic", "injection",
            "mcp_risky_param_added", "risky_param"));

    // Edges pin programs of servers only where they are told to: silence does not say that they stayed.
    private static final Set<String> TOLD_BY_EDGES = Set.of("drift", "injection", "risky_param");

    private final Problems problems;

    StandingReader(Problems problems) {
        this.problems = problems;
    }

    List<String> keys() {
        return List.of(
                "trust_score_lt",
                "threat_intel_match",
                "daily_budget_exceeded",
                "mcp_drift_detected",
                "mcp_origin_changed",
                "mcp_injection_heuristic",
                "mcp_risky_param_added");
    }

    @Nullable
    Clause read(String key, Node node) {
        return switch (key) {
            case "trust_score_lt" -> trust(key, node);
            case "threat_intel_match" -> threat(key, node);
            case "daily_budget_exceeded" -> budget(key, node);
            default -> toolWarning(key, node);
        };
    }

    private @Nullable Clause trust(String key, Node node) {
        Double limit = Fields.number(node, key, problems);
        return limit == null
                ? null
                : new SingleTest(
                        key + " " + limit,
                        facts -> {
                            Double trust = facts.subject().standing().trustScore();
                            return trust == null ? Truth.UNKNOWN : Truth.of(trust < limit);
                        },
                        facts -> "trust " + told(facts.subject().standing().trustScore()));
    }

    private @Nullable Clause threat(String key, Node node) {
        Boolean wanted = Fields.flag(node, key, problems);
        return wanted == null
                ? null
                : new SingleTest(
                        key + " " + wanted,
                        facts -> {
                            Boolean listed = facts.subject().standing().threatIntelMatch();
                            return listed == null ? Truth.UNKNOWN : Truth.of(listed.equals(wanted));
                        },
                        facts -> "listed " + told(facts.subject().standing().threatIntelMatch()));
    }

    private @Nullable Clause budget(String key, Node node) {
        List<String> budgets = node instanceof Sequence
                ? Fields.texts(node, key, problems)
                : List.of(String.valueOf(Fields.text(node, key, problems)));
        return new SingleTest(
                key + " " + budgets,
                facts -> {
                    List<String> exceeded = facts.subject().standing().budgetsExceeded();
                    return exceeded == null
                            ? Truth.UNKNOWN
                            : Truth.of(budgets.stream().anyMatch(exceeded::contains));
                },
                facts -> "exceeded " + told(facts.subject().standing().budgetsExceeded()));
    }

    private @Nullable Clause toolWarning(String key, Node node) {
        Boolean wanted = Fields.flag(node, key, problems);
        String warning = String.valueOf(TOOL_WARNINGS.get(key));
        return wanted == null
                ? null
                : new SingleTest(
                        key + " " + wanted,
                        facts -> {
                            List<String> warnings = facts.subject().standing().toolWarnings();
                            if (warnings == null || !(TOLD_BY_EDGES.contains(warning) || warnings.contains(warning))) {
                                return Truth.UNKNOWN;
                            }
                            return Truth.of(warnings.contains(warning) == wanted);
                        },
                        facts -> "noticed " + told(facts.subject().standing().toolWarnings()));
    }

    private static String told(@Nullable Object value) {
        return value == null ? "not known" : value.toString().toLowerCase(Locale.ROOT);
    }
}
