package io.weir.engine.policy.text;

import io.weir.engine.policy.text.PolicyProblem.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Gathers all that is wrong in one file, so that an author sees it at once. For one thread. */
public final class Problems {

    private static final int PROBLEMS_MAX = 100;

    private final String file;
    private final List<PolicyProblem> problems = new ArrayList<>();

    /** Problems of a file. */
    public Problems(String file) {
        this.file = file;
    }

    /** Name of the file. */
    public String file() {
        return file;
    }

    /** Notes something that makes the file unusable. */
    public void error(Place place, String message) {
        add(new PolicyProblem(file, place, Severity.ERROR, message));
    }

    /** Notes something that an author should know. */
    public void warning(Place place, String message) {
        add(new PolicyProblem(file, place, Severity.WARNING, message));
    }

    /** Notes a name that is not known here, with the one that was probably meant. */
    public void unknown(Place place, String what, String name, Collection<String> known) {
        error(place, "there is no " + what + " '" + shortened(name) + "'" + Nearest.suggestion(name, known));
    }

    private void add(PolicyProblem problem) {
        if (problems.size() < PROBLEMS_MAX) {
            problems.add(problem);
        }
    }

    /** What was noted, in the order of the file. */
    public List<PolicyProblem> all() {
        List<PolicyProblem> sorted = new ArrayList<>(problems);
        sorted.sort((left, right) -> left.place().line() != right.place().line()
                ? Integer.compare(left.place().line(), right.place().line())
                : Integer.compare(left.place().column(), right.place().column()));
        return List.copyOf(sorted);
    }

    /** Whether the file can be used. */
    public boolean isUsable() {
        return problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /**
     * Refuses the file if it cannot be used.
     *
     * @throws PolicyFileException with everything that was noted
     */
    public void check() {
        if (!isUsable()) {
            throw new PolicyFileException(all());
        }
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 57) + "...";
    }
}
