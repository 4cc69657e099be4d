package io.weir.engine.policy.text;

import java.util.List;
import java.util.stream.Collectors;

/** A policy file that cannot be used. It tells all that is wrong, each with its place. */
public final class PolicyFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<PolicyProblem> problems;

    /** An unusable file with these problems, at least one. */
    public PolicyFileException(List<PolicyProblem> problems) {
        super(problems.stream().map(PolicyProblem::line).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, warnings included. */
    public List<PolicyProblem> problems() {
        return problems;
    }
}
