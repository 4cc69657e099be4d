package io.weir.engine.rule;

import java.util.List;

/** A rule file that cannot be used. It tells all that is wrong: rule and, where one fails, the example by its index. */
public final class RuleFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /**
     * An unusable file.
     *
     * @param file its name
     * @param problems a line each, at least one
     */
    public RuleFileException(String file, List<String> problems) {
        super(file + ": " + String.join("\n" + file + ": ", problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, a line each. */
    public List<String> problems() {
        return problems;
    }
}
