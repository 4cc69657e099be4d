package io.weir.engine.expression;

import io.weir.engine.expression.Expression.Choice;
import io.weir.engine.expression.Expression.Edge;
import io.weir.engine.expression.Expression.Greed;
import io.weir.engine.expression.Expression.Look;
import io.weir.engine.expression.Expression.Repeat;
import io.weir.engine.expression.Expression.Sequence;
import io.weir.engine.expression.Expression.Unit;
import io.weir.engine.expression.Expression.Value;

/** Writes a tree as text that {@link ExpressionParser} and java.util.regex read alike. One expression an instance. */
public final class ExpressionWriter {

    private static final String SIGNS = "\\.[]{}()*+?^$|-&/\"'#~";

    private final StringBuilder text = new StringBuilder();

    private ExpressionWriter() {}

    /** An expression as text. */
    public static String write(Expression expression) {
        ExpressionWriter writer = new ExpressionWriter();
        writer.add(expression);
        return writer.text.toString();
    }

    private void add(Expression expression) {
        if (expression instanceof Unit unit) {
            add(unit.set());
        } else if (expression instanceof Sequence sequence) {
            sequence.parts().forEach(part -> {
                if (part instanceof Choice) {
                    group("(?:", part);
                } else {
                    add(part);
                }
            });
        } else if (expression instanceof Choice choice) {
            for (int i = 0; i < choice.options().size(); i++) {
                text.append(i == 0 ? "" : "|");
                add(choice.options().get(i));
            }
        } else if (expression instanceof Repeat repeat) {
            add(repeat);
        } else if (expression instanceof Value value) {
            group("(?<value>", value.body());
        } else if (expression instanceof Look look) {
            group("(?" + (look.ahead() ? "" : "<") + (look.negative() ? "!" : "="), look.body());
        } else {
            text.append(((Edge) expression).end() ? "\\z" : "\\A");
        }
    }

    private void group(String opening, Expression body) {
        text.append(opening);
        add(body);
        text.append(')');
    }

    private void add(Repeat repeat) {
        if (repeat.body() instanceof Unit) {
            add(repeat.body());
        } else {
            group("(?:", repeat.body());
        }
        text.append('{').append(repeat.least());
        if (repeat.most() == Expression.UNBOUNDED) {
            text.append(',');
        } else if (repeat.most() != repeat.least()) {
            text.append(',').append(repeat.most());
        }
        text.append('}');
        text.append(repeat.greed() == Greed.LAZY ? "?" : repeat.greed() == Greed.POSSESSIVE ? "+" : "");
    }

    private void add(CharSet set) {
        if (set.others() && set.count() == 128) {
            text.append("[\\s\\S]");
            return;
        }
        text.append('[').append(set.others() ? "^" : "");
        for (char c = 0; c < 128; c++) {
            if (set.contains(c) != set.others()) {
                char last = c;
                while (last + 1 < 128 && set.contains((char) (last + 1)) != set.others()) {
                    last++;
                }
                range(c, last);
                c = last;
            }
        }
        set.named().chars().forEach(c -> unit((char) c));
        text.append(']');
    }

    private void range(char first, char last) {
        unit(first);
        if (last > first) {
            text.append('-');
            unit(last);
        }
    }

    private void unit(char c) {
        if (SIGNS.indexOf(c) >= 0) {
            text.append('\\').append(c);
        } else if (c < 0x20 || c > 0x7e) {
            text.append(String.format("\\u%04x", (int) c));
        } else {
            text.append(c);
        }
    }
}
