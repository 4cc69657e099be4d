package io.weir.scanapi.rules;

import io.weir.engine.detect.RuleCatalog;
import io.weir.platform.config.Nearest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Switches rules off by name. */
final class DisabledRules {

    private DisabledRules() {}

    /**
     * The rules that are not named.
     *
     * @param all rules that there are, also those that are not looked for anyway
     * @param names ids and families
     * @throws IllegalArgumentException listing the names that no rule or family has
     */
    static RuleCatalog switchOff(RuleCatalog catalog, RuleCatalog all, List<String> names) {
        Set<String> known = new TreeSet<>(all.ruleIds());
        all.rules().forEach(rule -> known.add(rule.family()));
        String problems = names.stream()
                .filter(name -> !known.contains(name))
                .map(name -> "rules.disabled: there is no rule or family " + name
                        + Nearest.to(name, known)
                                .map(word -> "; did you mean " + word + "?")
                                .orElse("; 'weir rules list' shows them"))
                .collect(Collectors.joining("\n"));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems);
        }
        return catalog.where(rule -> !names.contains(rule.id()) && !names.contains(rule.family()));
    }
}
