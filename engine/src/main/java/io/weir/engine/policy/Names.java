package io.weir.engine.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names and patterns of which one must match. Immutable and safe to share.
 *
 * @param exact plain names
 * @param globs patterns
 */
record Names(Set<String> exact, List<Glob> globs) {

    Names {
        exact = Set.copyOf(exact);
        globs = List.copyOf(globs);
    }

    static Names of(List<String> patterns) {
        Set<String> exact = new HashSet<>();
        patterns.stream().filter(Glob::isPlain).forEach(exact::add);
        return new Names(
                exact,
                patterns.stream()
                        .filter(pattern -> !Glob.isPlain(pattern))
                        .map(Glob::of)
                        .toList());
    }

    // Loops and no streams: a thousand rules ask for each call.
    boolean matches(String name) {
        if (exact.contains(name)) {
            return true;
        }
        for (int i = 0; i < globs.size(); i++) {
            if (globs.get(i).matches(name)) {
                return true;
            }
        }
        return false;
    }

    boolean matchesAny(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (matches(names.get(i))) {
                return true;
            }
        }
        return false;
    }
}
