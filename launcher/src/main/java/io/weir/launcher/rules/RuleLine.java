package io.weir.launcher.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.engine.rule.Rule;
import io.weir.engine.scan.Scanner;
import java.util.Locale;

/**
 * A rule, told in a line.
 *
 * @param id of the rule
 * @param family of the rule
 * @param issuer whose secret it finds; empty where any issuer's
 * @param dataClass kind of data
 * @param confidence of a match without context words
 * @param shape {@code token}, {@code pattern}, {@code assignment} or {@code near}
 * @param optional whether it is looked for only where {@code rules.optional} names it
 * @param compiled what its value is matched by: {@code runs} of characters, or {@code backtracking}
 */
record RuleLine(
        @JsonProperty("id") String id,
        @JsonProperty("family") String family,
        @JsonProperty("issuer") String issuer,
        @JsonProperty("data_class") String dataClass,
        @JsonProperty("confidence") String confidence,
        @JsonProperty("shape") String shape,
        @JsonProperty("optional") boolean optional,
        @JsonProperty("compiled") String compiled) {

    private static final String FORMAT = "%-44s %-24s %-20s %-10s %-10s %-11s %-8s %s";

    static RuleLine of(Rule rule, Scanner scanner) {
        return new RuleLine(
                rule.id(),
                rule.family(),
                rule.issuer(),
                rule.dataClass().name(),
                rule.confidence().name(),
                rule.shape().word(),
                rule.optional(),
                scanner.compiledTo(rule));
    }

    static String heading() {
        return String.format(
                Locale.ROOT, FORMAT, "id", "family", "issuer", "class", "confidence", "shape", "optional", "compiled");
    }

    String line() {
        return String.format(
                Locale.ROOT,
                FORMAT,
                id,
                family,
                issuer.isEmpty() ? "-" : issuer,
                dataClass,
                confidence,
                shape,
                optional ? "yes" : "-",
                compiled);
    }
}
