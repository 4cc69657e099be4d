package io.weir.engine.scan;

import io.weir.engine.expression.ExpressionException;
import io.weir.engine.expression.ExpressionParser;
import io.weir.testkit.property.Choices;
import io.weir.testkit.property.Gen;
import java.util.List;

/** Small random expressions over a small alphabet, and texts that they may fit. */
final class Expressions {

    private static final List<String> UNITS =
            List.of("a", "b", "1", "-", "[ab]", "[a1]", "[^a]", "\\d", "\\w", "[A-Z]", ".", "\\\\", "(?i:a)");
    private static final List<String> QUANTIFIERS =
            List.of("", "?", "{2}", "{0,2}", "{1,3}", "{1,3}+", "{0,2}?", "{2,4}", "?+", "??");
    private static final List<String> LETTERS =
            List.of("a", "b", "1", "-", "A", "\\", "\n", "\ud83d\ude00", "aa", "ab", "11");

    /** An expression and a text. */
    record Case(String expression, String text) {}

    private Expressions() {}

    static Gen<Case> cases() {
        return choices -> new Case(expression().from(choices), text().from(choices));
    }

    /** Whether an expression is one that rules may be written in. */
    static boolean isOfTheSubset(String expression) {
        try {
            ExpressionParser.parse(expression);
            return true;
        } catch (ExpressionException e) {
            return false;
        }
    }

    static Gen<String> expression() {
        return choices -> sequence(choices, 3, true);
    }

    static Gen<String> text() {
        return choices -> {
            StringBuilder text = new StringBuilder();
            int length = choices.below(12);
            for (int i = 0; i < length; i++) {
                text.append(choices.oneOf(LETTERS));
            }
            return text.toString();
        };
    }

    private static String sequence(Choices choices, int depth, boolean mayHoldValue) {
        StringBuilder sequence = new StringBuilder();
        int parts = 1 + choices.below(4);
        int value = mayHoldValue && choices.coin() ? choices.below(parts) : -1;
        for (int i = 0; i < parts; i++) {
            String part = part(choices, depth);
            sequence.append(i == value ? "(?<value>" + part + ")" : part);
        }
        return sequence.toString();
    }

    private static String part(Choices choices, int depth) {
        return switch (depth == 0 ? 0 : choices.below(6)) {
            case 1 -> "(?:" + sequence(choices, depth - 1, false) + ")" + choices.oneOf(QUANTIFIERS);
            case 2 -> "(?:" + sequence(choices, depth - 1, false) + "|" + sequence(choices, depth - 1, false) + ")";
            case 3 -> choices.oneOf(List.of("(?!", "(?=")) + sequence(choices, 0, false) + ")";
            case 4 -> choices.oneOf(List.of("(?<!", "(?<=")) + choices.oneOf(UNITS) + ")";
            default -> choices.oneOf(UNITS) + choices.oneOf(QUANTIFIERS);
        };
    }
}
