package io.weir.engine.policy;

import io.weir.schemas.word.PolicyAction;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a rule matched, or nearly did.
 *
 * @param policy name of the policy
 * @param rule id of the rule
 * @param action what it asks for
 * @param matched whether all clauses hold
 * @param counts whether it decides; another rule of its policy may come first
 * @param missing number of clauses that do not hold
 * @param held a line for each clause that holds
 * @param failed a line for each that does not, with what the call shows
 */
public record RuleExplanation(
        String policy,
        String rule,
        PolicyAction action,
        boolean matched,
        boolean counts,
        int missing,
        List<String> held,
        List<String> failed) {

    /** Copies the lists. */
    public RuleExplanation {
        held = List.copyOf(held);
        failed = List.copyOf(failed);
    }

    static RuleExplanation of(PolicySet.Entry entry, CallFacts facts, boolean counts) {
        List<String> held = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        List<Clause> clauses = new ArrayList<>(entry.rule().match());
        clauses.addAll(entry.rule().conditions());
        for (Clause clause : clauses) {
            Truth truth = clause.test(facts);
            String line = PolicySet.line(clause, facts);
            if (truth == Truth.TRUE) {
                held.add(line);
            } else {
                failed.add(truth == Truth.UNKNOWN ? line + " (not known)" : line);
            }
        }
        return new RuleExplanation(
                entry.policy().name(),
                entry.rule().id(),
                entry.rule().action(),
                failed.isEmpty(),
                counts,
                failed.size(),
                held,
                failed);
    }
}
