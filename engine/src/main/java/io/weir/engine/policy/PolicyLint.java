package io.weir.engine.policy;

import io.weir.engine.policy.text.PolicyProblem;
import io.weir.engine.policy.text.PolicyProblem.Severity;
import io.weir.schemas.word.PolicyAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds rules that can be read and yet hardly do what their authors want. */
public final class PolicyLint {

    private static final List<String> UNFED = List.of("mcp_origin_changed false", "not (mcp_origin_changed");

    private PolicyLint() {}

    /** What an author should look at, in the order of the files. */
    public static List<PolicyProblem> of(List<Policy> policies) {
        List<PolicyProblem> problems = new ArrayList<>();
        for (Policy policy : policies) {
            Map<String, PolicyRule> seen = new HashMap<>();
            for (PolicyRule rule : policy.rules()) {
                lint(policy, rule, seen, problems);
            }
        }
        return problems;
    }

    private static void lint(
            Policy policy, PolicyRule rule, Map<String, PolicyRule> seen, List<PolicyProblem> problems) {
        if (rule.match().isEmpty() && rule.conditions().isEmpty()) {
            warn(policy, rule, "it has neither 'match' nor 'condition', so every call matches", problems);
        }
        if (rule.action() == PolicyAction.ALLOW
                && rule.loosens().isEmpty()
                && policy.precedence() == Precedence.STRICTEST) {
            warn(policy, rule, "ALLOW without 'loosens' changes nothing where the strictest rule counts", problems);
        }
        PolicyRule same = seen.putIfAbsent(clauses(rule), rule);
        if (same != null && policy.precedence() == Precedence.PRIORITY && same.action() != rule.action()) {
            warn(
                    policy,
                    rule,
                    "it matches exactly what rule '" + same.id() + "' matches; only one of them counts",
                    problems);
        }
        for (Clause clause : rule.conditions()) {
            if (UNFED.stream().anyMatch(clause.text()::startsWith)) {
                warn(policy, rule, "nothing tells '" + clause.text() + "' yet, so the rule never matches", problems);
            }
        }
    }

    private static String clauses(PolicyRule rule) {
        return rule.match().stream().map(Clause::text).toList() + "|"
                + rule.conditions().stream().map(Clause::text).toList();
    }

    private static void warn(Policy policy, PolicyRule rule, String message, List<PolicyProblem> problems) {
        problems.add(new PolicyProblem(
                policy.file(), rule.place(), Severity.WARNING, "rule '" + rule.id() + "': " + message));
    }
}
