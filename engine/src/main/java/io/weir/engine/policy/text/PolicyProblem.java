package io.weir.engine.policy.text;

/**
 * Something wrong in a policy file.
 *
 * @param file its name
 * @param place where
 * @param severity whether the file can be used all the same
 * @param message what is wrong and what to do about it
 */
public record PolicyProblem(String file, Place place, Severity severity, String message) {

    /** Whether a file can be used all the same. */
    public enum Severity {
        /** It can; what is written there does not do what one might think. */
        WARNING,
        /** It cannot. */
        ERROR
    }

    /** A line for people and for editors: file, line, column. */
    public String line() {
        String where = place.line() == 0 ? file : file + ":" + place.line() + ":" + place.column();
        return where + ": " + (severity == Severity.ERROR ? "error: " : "warning: ") + message;
    }
}
