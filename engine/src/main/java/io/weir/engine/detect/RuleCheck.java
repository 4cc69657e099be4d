package io.weir.engine.detect;

import io.weir.engine.rule.Rule;
import io.weir.engine.rule.RuleDefinition;
import io.weir.engine.rule.RuleExample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a rule against its own examples. */
final class RuleCheck {

    private RuleCheck() {}

    /**
     * Checks all examples and counter-examples.
     *
     * @throws IllegalArgumentException naming the first that fails by its index from 0
     */
    static void check(Rule rule, RuleDefinition definition) {
        if (definition.examples().isEmpty() || definition.counterExamples().isEmpty()) {
            throw new IllegalArgumentException("a rule needs 'examples' and 'counter_examples'");
        }
        Detector detector = new Detector(List.of(rule));
        for (int i = 0; i < definition.examples().size(); i++) {
            RuleExample example = definition.examples().get(i);
            if (!finds(detector, example, example.finds())) {
                throw new IllegalArgumentException("example " + i + " is not found as it says");
            }
        }
        for (int i = 0; i < definition.counterExamples().size(); i++) {
            if (finds(detector, definition.counterExamples().get(i), null)) {
                throw new IllegalArgumentException("counter-example " + i + " is found");
            }
        }
    }

    private static boolean finds(Detector detector, RuleExample example, @Nullable String expected) {
        return detector.detect(0, example.key(), example.text()).stream()
                .map(found -> example.text().substring(found.start(), found.end()))
                .anyMatch(found -> expected == null || expected.equals(found));
    }
}
