package io.weir.engine.gitleaks;

import io.weir.engine.expression.CharSet;
import io.weir.engine.expression.Expression;
import io.weir.engine.expression.Expression.Repeat;
import io.weir.engine.expression.Expression.Unit;
import io.weir.engine.expression.Expression.Value;
import io.weir.engine.expression.ExpressionWriter;
import io.weir.engine.rule.RuleDefinition;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the row that most rules of the gitleaks format are made of: names, some units of a name, quotes and
 * blanks, a sign of assignment, quotes and blanks, the secret in a group. As an assignment such a rule is found by its
 * names, and in a key and its value too, which are leaves of their own.
 */
final class NamedSecret {

    private static final int NAME_MIN = 3;
    private static final int TAIL_MAX = 40;

    private NamedSecret() {}

    /** The assignment that an expression with one value stands for; null where it is no such row. */
    static RuleDefinition.@Nullable Assignment of(Expression expression) {
        List<Expression> parts = Rewriting.parts(expression);
        int value = firstValue(parts);
        int operator = value < 0 ? -1 : skipRuns(parts, value);
        if (operator < 1 || !isOperator(parts.get(operator - 1))) {
            return null;
        }
        int nameEnd = skipRuns(parts, operator - 1);
        Set<String> names = nameEnd == 0 ? null : Spelling.ofAll(parts.subList(0, nameEnd));
        if (names == null || !names.stream().allMatch(NamedSecret::isName)) {
            return null;
        }
        Expression secret = ((Value) parts.get(value)).body();
        if (startsWithQuote(secret)) {
            return null;
        }
        String written = ExpressionWriter.write(secret);
        return new RuleDefinition.Assignment(
                List.copyOf(names),
                List.of(),
                tail(parts.subList(nameEnd, operator - 1)),
                List.of(),
                false,
                written.contains("|") ? "(?:" + written + ")" : written,
                null);
    }

    private static int firstValue(List<Expression> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Value) {
                return i;
            }
        }
        return -1;
    }

    /** One past the last part before {@code end} that is not a run which may be missing. */
    private static int skipRuns(List<Expression> parts, int end) {
        int at = end;
        while (at > 0
                && parts.get(at - 1) instanceof Repeat repeat
                && repeat.least() == 0
                && repeat.body() instanceof Unit) {
            at--;
        }
        return at;
    }

    private static boolean isOperator(Expression part) {
        Set<String> signs = Spelling.of(part);
        return signs != null && signs.contains("=") && signs.contains(":");
    }

    private static boolean isName(String name) {
        return name.length() >= NAME_MIN
                && name.chars().allMatch(c -> c < 128 && (CharSet.WORD.contains((char) c) || c == '-' || c == '.'));
    }

    /** An assignment leaves the quotes out, so an expression that wants them would never fit. */
    private static boolean startsWithQuote(Expression secret) {
        return Rewriting.parts(secret).get(0) instanceof Unit unit
                && !unit.set().others()
                && unit.set().contains('"');
    }

    private static int tail(List<Expression> runs) {
        int tail = 0;
        for (Expression run : runs) {
            Repeat repeat = (Repeat) run;
            boolean ofName = repeat.body() instanceof Unit unit && unit.set().contains('a');
            tail = ofName ? Math.min(TAIL_MAX, tail + Math.min(TAIL_MAX, repeat.most())) : tail;
        }
        return tail;
    }
}
