package io.weir.engine.rule;

/**
 * Something in a rule file that cannot be done as it is written, and what happens instead.
 *
 * @param file name of the file
 * @param rule id of the rule; empty where it concerns the whole file
 * @param feature what is written there
 * @param instead what happens instead
 */
public record RuleWarning(String file, String rule, String feature, String instead) {

    /** A line for people. */
    public String message() {
        return file + ": " + (rule.isEmpty() ? "" : "rule " + rule + ": ") + feature + ": " + instead;
    }
}
