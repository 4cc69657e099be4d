package io.weir.platform.config;

import java.util.List;

/** The configuration cannot be used. It holds every problem found, not only the first. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** One line for each problem: where, what, and the fix. */
    public ConfigException(List<String> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** The problems, in the order of sections and keys. */
    public List<String> problems() {
        return problems;
    }

    private static String message(List<String> problems) {
        String head = problems.size() == 1
                ? "the configuration has a problem:"
                : "the configuration has " + problems.size() + " problems:";
        return head + "\n  " + String.join("\n  ", problems);
    }
}
