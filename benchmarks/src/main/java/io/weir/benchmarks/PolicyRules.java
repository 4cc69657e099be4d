package io.weir.benchmarks;

import java.util.Locale;

/** A thousand rules of which hardly one matches, as a policy file. */
final class PolicyRules {

    private static final int COUNT = 1_000;

    private PolicyRules() {}

    /** Rules of a kind: {@code tools} by plain names, {@code mixed} of all sorts, {@code expressions} in CEL. */
    static String text(String kind) {
        StringBuilder text = new StringBuilder("name: bench\nprecedence: strictest\nrules:\n");
        for (int i = 0; i < COUNT; i++) {
            String rule = switch (kind) {
                case "tools" -> tool(i);
                case "expressions" ->
                    "condition: {expression: 'verb == \"WRITE\" && risk_score > 0." + (500 + i) + "'}";
                default -> mixed(i);
            };
            text.append(String.format(Locale.ROOT, "  - {rule_id: r%d, priority: %d, action: DENY, %s}%n", i, i, rule));
        }
        return text.toString();
    }

    private static String tool(int i) {
        return "match: {tool_names: [tool_" + i + ", other_" + i + "]}, condition: {has_data_class: [SECRETS]}";
    }

    private static String mixed(int i) {
        return switch (i % 10) {
            case 0, 1, 2, 3 -> tool(i);
            case 4 -> "match: {tool_names: ['read_" + i + "_*', '*_" + i + "']}, condition: {risk_score_gt: 0.5}";
            case 5 -> "match: {verbs: [WRITE]}, condition: {body_path_gt: {path: $.field" + i + ".amount, value: 10}}";
            case 6 ->
                "match: {verbs: [WRITE]}, condition: {body_contains_any: [phrase-" + i + ", 'other word " + i + "']}";
            case 7 -> "condition: {linked_read: {data_class: [SECRETS], source_tool: ['get_" + i + "*']}}";
            case 8 ->
                "match: {url_patterns: ['https://api" + i + ".test/*']}, condition: {is_external_principal: true}";
            default ->
                "condition: {any: [{risk_score_gt: 0.9}, {all: [{has_data_class: [PHI]}, {body_size_bytes_gt: " + i
                        + "}]}]}";
        };
    }
}
