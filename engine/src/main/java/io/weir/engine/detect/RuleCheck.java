package io.weir.engine.detect;

import io.weir.engine.rule.Rule;
import io.weir.engine.rule.RuleDefinition;
import io.weir.engine.rule.RuleExample;
import io.weir.engine.scan.Scanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds rules against their own examples. Immutable and safe to share. */
final class RuleCheck {

    private static final List<String> HARMLESS = List.of(
            "",
            "The meeting has been moved to Friday, so please send the report to everybody before noon.",
            "Our token of thanks: a key question is whether the secret password of success is hard work.");

    private final Scanner scanner;

    /** A check with a scanner that knows the rules. */
    RuleCheck(Scanner scanner) {
        this.scanner = scanner;
    }

    /**
     * Checks that a rule finds nothing in no text, and nothing in plain English.
     *
     * @return what is wrong; null if nothing is
     */
    @Nullable
    String silence(Rule rule) {
        for (String text : HARMLESS) {
            if (!found(rule, "text", text).isEmpty()) {
                return "it finds something in plain English; make the expression more specific";
            }
        }
        return null;
    }

    /**
     * Checks all examples and counter-examples.
     *
     * @return each that fails by its index from 0; null if none does
     */
    @Nullable
    String examples(Rule rule, RuleDefinition definition) {
        if (definition.examples().isEmpty() || definition.counterExamples().isEmpty()) {
            return "a rule needs 'examples' and 'counter_examples'";
        }
        List<String> failing = new ArrayList<>();
        for (int i = 0; i < definition.examples().size(); i++) {
            RuleExample example = definition.examples().get(i);
            if (!finds(rule, example, example.finds())) {
                failing.add("example " + i + " is not found as it says");
            }
        }
        for (int i = 0; i < definition.counterExamples().size(); i++) {
            if (finds(rule, definition.counterExamples().get(i), null)) {
                failing.add("counter-example " + i + " is found");
            }
        }
        return failing.isEmpty() ? null : String.join("; ", failing);
    }

    private boolean finds(Rule rule, RuleExample example, @Nullable String expected) {
        return found(rule, example.key(), example.text()).stream()
                .map(found -> example.text().substring(found.start(), found.end()))
                .anyMatch(found -> expected == null || expected.equals(found));
    }

    private List<Detection> found(Rule rule, String key, String text) {
        List<Detection> found = new ArrayList<>();
        Candidates candidates = new Candidates(found).of(0, text);
        try (Scanner.Session session = scanner.open()) {
            session.scan(
                    text,
                    key,
                    (candidate, start, end, inContext) ->
                            candidate.id().equals(rule.id()) ? candidates.take(rule, start, end, inContext) : -1);
        }
        return found;
    }
}
