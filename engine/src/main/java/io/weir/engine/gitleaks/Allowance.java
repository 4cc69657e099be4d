package io.weir.engine.gitleaks;

import com.google.re2j.Pattern;
import io.weir.engine.validate.Ascii;
import io.weir.engine.validate.Validator;
import java.util.List;

/**
 * Secrets that a rule leaves alone. The expressions are those of the file, run by RE2, which is linear in the secret.
 *
 * @param expressions one of which stands in the secret
 * @param stopWords one of which stands in the secret, in lower case
 * @param both whether an expression and a stop word are needed
 */
record Allowance(List<Pattern> expressions, List<String> stopWords, boolean both) {

    boolean covers(CharSequence secret) {
        boolean matches = expressions.stream()
                .anyMatch(expression -> expression.matcher(secret).find());
        if (!both && matches) {
            return true;
        }
        String lower = Ascii.lower(secret.toString());
        boolean stops = stopWords.stream().anyMatch(lower::contains);
        return both ? (matches || expressions.isEmpty()) && (stops || stopWords.isEmpty()) : stops;
    }

    /** A validator that refuses what any of the allowances covers. */
    static Validator refusing(List<Allowance> allowances) {
        return value -> allowances.stream().anyMatch(allowance -> allowance.covers(value)) ? 0 : value.length();
    }
}
