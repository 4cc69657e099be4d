package io.weir.engine.policy;

import io.weir.engine.policy.text.Place;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.PolicyAction;
import io.weir.schemas.word.Severity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a policy: for which calls, under which conditions, what is asked for. Immutable and safe to share.
 *
 * @param id unique in the policy
 * @param place where it stands in its file
 * @param priority the lowest number counts first
 * @param tools plain tool names of which one must be called; empty where any tool may be
 * @param match what calls it is for; all must hold
 * @param conditions under which; all must hold
 * @param action what is asked for
 * @param loosens decisions of the judgement that it lowers to ALLOW; for action ALLOW only
 * @param notes what is done besides
 */
public record PolicyRule(
        String id,
        Place place,
        int priority,
        Set<String> tools,
        List<Clause> match,
        List<Clause> conditions,
        PolicyAction action,
        List<Decision> loosens,
        Notes notes) {

    /** Copies the collections. */
    public PolicyRule {
        tools = Set.copyOf(tools);
        match = List.copyOf(match);
        conditions = List.copyOf(conditions);
        loosens = List.copyOf(loosens);
    }

    /**
     * What a rule says besides its action.
     *
     * @param reasonCode the author's own word for why
     * @param escalateTo channel that is told where the call is held or an incident is opened
     * @param tag for searches; it stands in the record of the decision
     * @param incidentSeverity of the incident that OPEN_INCIDENT opens
     * @param sanitizeFields paths in the body that SANITIZE redacts as a whole
     * @param codeAttempts wrong one-time codes that are taken for a call it holds; null where it says nothing of that
     */
    public record Notes(
            @Nullable String reasonCode,
            @Nullable String escalateTo,
            @Nullable String tag,
            @Nullable Severity incidentSeverity,
            List<String> sanitizeFields,
            @Nullable Integer codeAttempts) {

        /** Nothing. */
        public static final Notes NONE = new Notes(null, null, null, null, List.of(), null);

        /** A reason and nothing else. */
        public static Notes of(String reasonCode) {
            return new Notes(reasonCode, null, null, null, List.of(), null);
        }

        /** Copies the list. */
        public Notes {
            sanitizeFields = List.copyOf(sanitizeFields);
        }
    }

    /** Whether a call matches, in two looks: the cheap one first. */
    Truth test(CallFacts facts) {
        Truth truth = all(match, facts);
        return truth == Truth.FALSE ? truth : truth.and(all(conditions, facts));
    }

    private static Truth all(List<Clause> clauses, CallFacts facts) {
        Truth truth = Truth.TRUE;
        for (int i = 0; i < clauses.size() && truth != Truth.FALSE; i++) {
            truth = truth.and(clauses.get(i).test(facts));
        }
        return truth;
    }
}
