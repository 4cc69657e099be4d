package io.weir.engine.policy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tool names as policies expect them: lower-case ASCII letters, digits and {@code _ - . /}. */
public final class CanonicalName {

    private static final Pattern CANONICAL = Pattern.compile("[a-z0-9_\\-./]+");

    private CanonicalName() {}

    /** Whether a name has the form. */
    public static boolean is(String tool) {
        return CANONICAL.matcher(tool).matches();
    }

    /** What to warn of when a server offers a tool under this name; a twin in other letters can slip past a policy. */
    public static Optional<String> warning(String tool) {
        return is(tool)
                ? Optional.empty()
                : Optional.of("the tool name has signs other than a-z, 0-9, _, -, . and /, so that patterns of policies"
                        + " that tell letters apart may miss it");
    }

    /** The names of a server's tools that are to be warned of, in their order. */
    public static List<String> others(List<String> tools) {
        return tools.stream().filter(tool -> !is(tool)).toList();
    }
}
