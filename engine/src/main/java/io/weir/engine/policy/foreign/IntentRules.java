package io.weir.engine.policy.foreign;

import io.weir.engine.policy.CallFacts;
import io.weir.engine.policy.Clause;
import io.weir.engine.policy.Policy;
import io.weir.engine.policy.PolicyRule;
import io.weir.engine.policy.Precedence;
import io.weir.engine.policy.SingleTest;
import io.weir.engine.policy.Truth;
import io.weir.engine.policy.text.Place;
import io.weir.schemas.word.PolicyAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Intent policies as rules: forbidden, not allowed, transition not allowed, in this order, the first that holds. Where
 * none holds the policy says nothing.
 */
public final class IntentRules {

    private final IntentPolicy policy;
    private final ForeignMode mode;
    private final boolean perServer;
    private final List<Clause> scope;

    private IntentRules(IntentPolicy policy, ForeignMode mode, boolean perServer, List<Clause> scope) {
        this.policy = policy;
        this.mode = mode;
        this.perServer = perServer;
        this.scope = scope;
    }

    /**
     * The policy of ours that does the same.
     *
     * @param perServer whether transitions are told apart by server; otherwise they span all servers of a session
     * @param scope what calls it is for; empty for all
     */
    public static Policy of(IntentPolicy policy, String file, ForeignMode mode, boolean perServer, List<Clause> scope) {
        return Policy.forAll(
                policy.name(),
                policy.description(),
                file,
                Precedence.PRIORITY,
                new IntentRules(policy, mode, perServer, scope).rules());
    }

    private List<PolicyRule> rules() {
        List<PolicyRule> rules = new ArrayList<>();
        if (!policy.forbiddenTools().isEmpty()) {
            rules.add(rule("forbidden_tools", 1, "TOOL_FORBIDDEN", forbidden()));
        }
        if (!policy.allowedTools().isEmpty()) {
            rules.add(rule("allowed_tools", 2, "TOOL_NOT_ALLOWED", notAllowed()));
        }
        if (!policy.allowedTransitions().isEmpty()) {
            rules.add(rule("allowed_transitions", 3, "TRANSITION_NOT_ALLOWED", transition()));
        }
        return rules;
    }

    private PolicyRule rule(String id, int priority, String reasonCode, Clause clause) {
        return new PolicyRule(
                id,
                Place.NONE,
                priority,
                Set.of(),
                scope,
                List.of(clause),
                PolicyAction.DENY,
                List.of(),
                PolicyRule.Notes.of(reasonCode));
    }

    /** In strict mode a look-alike of a forbidden name is forbidden as well. */
    private Clause forbidden() {
        ToolPattern patterns = ToolPattern.of(policy.forbiddenTools(), policy.caseInsensitive());
        ToolPattern folded = ToolPattern.of(policy.forbiddenTools(), true);
        return clause(
                "forbidden_tools " + policy.forbiddenTools(),
                name -> patterns.matches(name)
                        || (mode == ForeignMode.STRICT && folded.matches(ToolPattern.folded(name))));
    }

    private Clause notAllowed() {
        ToolPattern patterns = ToolPattern.of(policy.allowedTools(), policy.caseInsensitive());
        return clause("none of allowed_tools " + policy.allowedTools(), name -> !patterns.matches(name));
    }

    private static Clause clause(String text, Predicate<String> holds) {
        return new SingleTest(
                text,
                facts -> Truth.of(holds.test(facts.subject().toolName())),
                facts -> "tool " + facts.subject().toolName());
    }

    private Clause transition() {
        return new SingleTest(
                "not among allowed_transitions of the last tool",
                facts -> Truth.of(refuses(facts)),
                facts -> "after " + last(facts) + " comes " + facts.subject().toolName());
    }

    private String last(CallFacts facts) {
        String last =
                facts.subject().past().lastTool(perServer ? facts.subject().server() : "");
        return last == null ? "" : last;
    }

    private boolean refuses(CallFacts facts) {
        String last = last(facts);
        List<String> next = last.isEmpty() ? null : next(last);
        if (next == null) {
            return false;
        }
        String tool = facts.subject().toolName();
        return next.isEmpty() ? mode == ForeignMode.STRICT : next.stream().noneMatch(name -> same(name, tool));
    }

    private @Nullable List<String> next(String last) {
        List<String> exact = policy.allowedTransitions().get(last);
        if (exact != null) {
            return exact;
        }
        return policy.allowedTransitions().entrySet().stream()
                .filter(entry -> same(entry.getKey(), last))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private boolean same(String written, String tool) {
        if (mode == ForeignMode.STRICT) {
            return ToolPattern.of(List.of(written), policy.caseInsensitive()).matches(tool);
        }
        return policy.caseInsensitive() ? written.equalsIgnoreCase(tool) : written.equals(tool);
    }
}
