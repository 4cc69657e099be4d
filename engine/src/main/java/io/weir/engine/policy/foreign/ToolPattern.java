package io.weir.engine.policy.foreign;

import io.weir.engine.policy.Glob;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Patterns of tool names as intent policies write them.
 *
 * @param globs of which one must match
 */
record ToolPattern(List<Glob> globs) {

    ToolPattern {
        globs = List.copyOf(globs);
    }

    static ToolPattern of(List<String> patterns, boolean ignoresCase) {
        return new ToolPattern(patterns.stream()
                .map(pattern -> ignoresCase ? Glob.ignoringCase(pattern) : Glob.of(pattern))
                .toList());
    }

    boolean matches(String name) {
        return globs.stream().anyMatch(glob -> glob.matches(name));
    }

    /** A name without the tricks that make it look like another: compatibility forms, letter case, blanks around it. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
