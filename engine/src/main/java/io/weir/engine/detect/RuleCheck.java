package io.weir.engine.detect;

import io.weir.engine.rule.Rule;
import io.weir.engine.rule.RuleDefinition;
import io.weir.engine.rule.RuleExample;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a rule against its own examples. */
final class RuleCheck {

    private static final List<String> HARMLESS = List.of(
            "",
            "The meeting has been moved to Friday, so please send the report to everybody before noon.",
            "Our token of thanks: a key question is whether the secret password of success is hard work.");

    private RuleCheck() {}

    /**
     * Checks that a rule finds nothing in no text, and nothing in plain English.
     *
     * @throws IllegalArgumentException if it does, or can be found by nothing
     */
    static void checkSilence(Rule rule) {
        Detector detector = new Detector(List.of(rule));
        for (String text : HARMLESS) {
            if (!detector.detect(0, "text", text).isEmpty()) {
                throw new IllegalArgumentException(
                        "it finds something in plain English; make the expression more specific");
            }
        }
    }

    /**
     * Checks all examples and counter-examples.
     *
     * @throws IllegalArgumentException naming each that fails by its index from 0
     */
    static void check(Rule rule, RuleDefinition definition) {
        if (definition.examples().isEmpty() || definition.counterExamples().isEmpty()) {
            throw new IllegalArgumentException("a rule needs 'examples' and 'counter_examples'");
        }
        Detector detector = new Detector(List.of(rule));
        List<String> failing = new ArrayList<>();
        for (int i = 0; i < definition.examples().size(); i++) {
            RuleExample example = definition.examples().get(i);
            if (!finds(detector, example, example.finds())) {
                failing.add("example " + i + " is not found as it says");
            }
        }
        for (int i = 0; i < definition.counterExamples().size(); i++) {
            if (finds(detector, definition.counterExamples().get(i), null)) {
                failing.add("counter-example " + i + " is found");
            }
        }
        if (!failing.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", failing));
        }
    }

    private static boolean finds(Detector detector, RuleExample example, @Nullable String expected) {
        return detector.detect(0, example.key(), example.text()).stream()
                .map(found -> example.text().substring(found.start(), found.end()))
                .anyMatch(found -> expected == null || expected.equals(found));
    }
}
