package io.weir.scanapi.rules;

import io.weir.engine.detect.RuleCatalog;
import io.weir.engine.rule.Rule;
import io.weir.platform.config.Nearest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Switches on optional rules by name. */
final class OptionalRules {

    private static final String ALL = "all";

    private OptionalRules() {}

    /**
     * The rules that are not optional, and those optional ones that are named.
     *
     * @param names ids and families, or {@code all}
     * @throws IllegalArgumentException listing the names that no optional rule or family has
     */
    static RuleCatalog switchOn(RuleCatalog catalog, List<String> names) {
        Set<String> known = namesIn(catalog);
        String problems = names.stream()
                .filter(name -> !known.contains(name))
                .map(name -> problem(catalog, known, name))
                .collect(Collectors.joining("\n"));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems);
        }
        return catalog.where(rule ->
                !rule.optional() || names.contains(ALL) || names.contains(rule.id()) || names.contains(rule.family()));
    }

    private static Set<String> namesIn(RuleCatalog catalog) {
        Set<String> names = new TreeSet<>(Set.of(ALL));
        catalog.rules().stream().filter(Rule::optional).forEach(rule -> {
            names.add(rule.id());
            names.add(rule.family());
        });
        return names;
    }

    private static String problem(RuleCatalog catalog, Set<String> known, String name) {
        if (catalog.rules().stream()
                .anyMatch(rule -> rule.id().equals(name) || rule.family().equals(name))) {
            return "rules.optional: " + name + " is not optional, it is always looked for; leave it out";
        }
        return "rules.optional: there is no optional rule or family " + name
                + Nearest.to(name, known)
                        .map(word -> "; did you mean " + word + "?")
                        .orElse("; 'weir rules list' shows them");
    }
}
