package io.weir.launcher.eval.detect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values that positives are labelled with. A source uses the secret of one rule as the negative of another; who
 * finds that very value in the negative found what the source itself calls a secret.
 */
final class KnownValues {

    private final Map<String, Set<String>> rulesByValue = new HashMap<>();

    private KnownValues() {}

    static KnownValues of(List<Sample> samples) {
        KnownValues known = new KnownValues();
        samples.stream().filter(Sample::positive).forEach(known::add);
        return known;
    }

    /** Whether a finding in a negative is a value that the same source labels under another of its rules. */
    boolean isOfAnotherRule(Sample negative, Found found) {
        if (!found.isPlaced()) {
            return false;
        }
        String value = negative.text().substring(found.start(), found.end());
        return rulesByValue.getOrDefault(key(negative, value), Set.of()).stream()
                .anyMatch(rule -> !rule.equals(negative.rule()));
    }

    private void add(Sample positive) {
        positive.demanded()
                .forEach(label -> rulesByValue
                        .computeIfAbsent(key(positive, label.value(positive.text())), value -> new HashSet<>())
                        .add(positive.rule()));
    }

    private static String key(Sample sample, String value) {
        return sample.source() + "\n" + value;
    }
}
