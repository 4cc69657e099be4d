package io.weir.launcher.eval.detect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names that sources give to kinds of secrets. A negative says that one kind must not be found; where a rule of
 * ours bears the name of another kind of the same source, its finding is of that other kind, although the issuer is the
 * same.
 */
final class KindNames {

    private final Map<String, Set<String>> bySource = new HashMap<>();

    static KindNames of(List<Sample> samples) {
        KindNames names = new KindNames();
        for (Sample sample : samples) {
            names.bySource
                    .computeIfAbsent(sample.source(), source -> new HashSet<>())
                    .add(letters(sample.rule()));
        }
        return names;
    }

    /** Whether a rule of ours bears the name of a kind of the source, and not the given one. */
    boolean isAnother(String ruleId, String source, String kind) {
        String own = letters(ruleId);
        return !own.equals(letters(kind))
                && bySource.getOrDefault(source, Set.of()).contains(own);
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
