package io.weir.engine.rule;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
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

    private RuleFileException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** A file that is not YAML or TOML. Of the parser's message only the first line is kept: others quote the file. */
    public static RuleFileException unreadable(String file, JsonProcessingException cause) {
        String what = cause.getOriginalMessage().lines().findFirst().orElse("it cannot be read");
        JsonLocation place = cause.getLocation();
        return new RuleFileException(
                file,
                List.of(
                        place == null
                                ? what
                                : "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": " + what));
    }

    /** All of these in one. */
    public static RuleFileException all(List<RuleFileException> failures) {
        return new RuleFileException(failures.stream()
                .flatMap(failure -> String.valueOf(failure.getMessage()).lines())
                .toList());
    }

    /** What is wrong, a line each. */
    public List<String> problems() {
        return problems;
    }
}
