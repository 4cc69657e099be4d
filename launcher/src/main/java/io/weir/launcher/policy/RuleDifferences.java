package io.weir.launcher.policy;

import io.weir.engine.policy.Clause;
import io.weir.engine.policy.Policy;
import io.weir.engine.policy.PolicyRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tells two sets of policies apart by their rules. */
final class RuleDifferences {

    private RuleDifferences() {}

    /** A line for each rule that one set has and the other has not, or has otherwise, by name. */
    static List<String> of(List<Policy> before, List<Policy> after) {
        Map<String, String> left = rules(before);
        Map<String, String> right = rules(after);
        Set<String> names = new TreeSet<>(left.keySet());
        names.addAll(right.keySet());
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            String was = left.get(name);
            String is = right.get(name);
            if (was == null) {
                lines.add("added   " + name + ": " + is);
            } else if (is == null) {
                lines.add("removed " + name + ": " + was);
            } else if (!was.equals(is)) {
                lines.add("changed " + name + ": " + was + "  ->  " + is);
            }
        }
        return lines;
    }

    private static Map<String, String> rules(List<Policy> policies) {
        Map<String, String> rules = new TreeMap<>();
        for (Policy policy : policies) {
            for (PolicyRule rule : policy.rules()) {
                String where = policy.environments().isEmpty() ? "" : new TreeSet<>(policy.environments()).toString();
                rules.put(policy.name() + where + "/" + rule.id(), text(rule));
            }
        }
        return rules;
    }

    private static String text(PolicyRule rule) {
        List<String> clauses = new ArrayList<>();
        rule.match().stream().map(Clause::text).forEach(clauses::add);
        rule.conditions().stream().map(Clause::text).forEach(clauses::add);
        return rule.priority() + " " + rule.action() + (rule.loosens().isEmpty() ? "" : " loosens " + rule.loosens())
                + " if " + String.join(" and ", clauses);
    }
}
