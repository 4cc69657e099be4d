package io.weir.launcher.eval.techniques;

import io.weir.schemas.word.Tier;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was said about the calls of one case: before they ran, and by the correlator. */
final class CaseOutcome {

    private final Map<String, Tier> inline = new TreeMap<>();
    private final Map<String, Tier> all = new TreeMap<>();

    /** A call was flagged before it ran. */
    void inline(String callId, Tier tier) {
        inline.merge(callId, tier, CaseOutcome::stronger);
        all.merge(callId, tier, CaseOutcome::stronger);
    }

    /** The correlator flagged a call. */
    void later(String callId, Tier tier) {
        all.merge(callId, tier, CaseOutcome::stronger);
    }

    /** Whether a call was flagged at this tier or a stronger one, by whomever. */
    boolean reaches(Tier tier) {
        return all.values().stream().anyMatch(flagged -> flagged.atLeast(tier));
    }

    /** The same before the call ran. */
    boolean reachesInline(Tier tier) {
        return inline.values().stream().anyMatch(flagged -> flagged.atLeast(tier));
    }

    /** Whether one of these calls is among the most strongly flagged ones. */
    boolean names(Set<String> calls) {
        Tier strongest = all.values().stream().reduce(null, CaseOutcome::strongerOrOnly);
        return all.entrySet().stream()
                .filter(entry -> entry.getValue() == strongest)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet())
                .removeIf(calls::contains);
    }

    private static @Nullable Tier strongerOrOnly(@Nullable Tier first, Tier second) {
        return first == null ? second : stronger(first, second);
    }

    private static Tier stronger(Tier first, Tier second) {
        return first.atLeast(second) ? first : second;
    }
}
