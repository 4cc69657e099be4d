package io.weir.launcher.eval.traces;

import io.weir.schemas.event.Link;
import io.weir.schemas.word.Tier;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which calls of one trace were flagged, and how strongly. */
final class Flags {

    private final Map<String, Tier> byCall = new TreeMap<>();
    private double score;

    void add(String callId, Link link) {
        byCall.merge(callId, link.tier(), (first, second) -> first.atLeast(second) ? first : second);
        score = Math.max(score, link.score());
    }

    /** The highest score of a link, 0 where there is none. */
    double score() {
        return score;
    }

    boolean reach(Tier tier) {
        return byCall.values().stream().anyMatch(flagged -> flagged.atLeast(tier));
    }

    /** The calls flagged at the strongest tier of the trace. */
    Set<String> strongestCalls() {
        Optional<Tier> strongest = byCall.values().stream().max(Comparator.naturalOrder());
        return byCall.entrySet().stream()
                .filter(entry -> strongest.isPresent() && entry.getValue() == strongest.get())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
