package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import io.weir.engine.expression.Expression;
import io.weir.engine.expression.Expression.Choice;
import io.weir.engine.expression.Expression.Edge;
import io.weir.engine.expression.Expression.Look;
import io.weir.engine.expression.Expression.Repeat;
import io.weir.engine.expression.Expression.Sequence;
import io.weir.engine.expression.Expression.Unit;
import io.weir.engine.expression.Expression.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Literals, one of which stands in every match of an expression.
 *
 * @param literals in lower case
 * @param least units from the start of a match to the literal, at least
 * @param most units from the start of a match to the literal, at most
 * @param run the units before the literal, where they are one run of a set; null where they are not
 */
record Anchors(
        Set<String> literals, int least, int most, @Nullable CharSet run) {

    static final int REACH_MAX = 96;
    private static final int LITERALS_MAX = 96;
    private static final int LENGTH_MAX = 12;
    private static final int SPELLED_MAX = 10;

    /** The best that an expression offers; null where it offers none. */
    static @Nullable Anchors of(Expression expression) {
        List<Expression> parts = new ArrayList<>();
        flatten(expression, parts);
        Anchors best = null;
        int least = 0;
        int most = 0;
        for (int i = 0; i < parts.size() && most <= REACH_MAX; i++) {
            Anchors here = startingAt(parts, i, least, most);
            if (here != null && (best == null || here.worth() > best.worth())) {
                best = here;
            }
            least += parts.get(i).min();
            most = parts.get(i).max() > REACH_MAX
                    ? REACH_MAX + 1
                    : most + parts.get(i).max();
        }
        return best;
    }

    private static void flatten(Expression expression, List<Expression> parts) {
        if (expression instanceof Sequence sequence) {
            sequence.parts().forEach(part -> flatten(part, parts));
        } else if (expression instanceof Value value) {
            flatten(value.body(), parts);
        } else if (expression instanceof Repeat repeat && repeat.least() == 1 && repeat.most() == 1) {
            flatten(repeat.body(), parts);
        } else {
            parts.add(expression);
        }
    }

    private static @Nullable Anchors startingAt(List<Expression> parts, int from, int least, int most) {
        Set<String> literals = Set.of("");
        for (int i = from; i < parts.size(); i++) {
            Set<String> spelled = spelled(parts.get(i));
            Set<String> longer = spelled == null ? null : product(literals, spelled);
            if (longer == null) {
                break;
            }
            literals = longer;
        }
        Anchors spelled = new Anchors(literals, least, most, runBefore(parts, from));
        if (spelled.isTelling()) {
            return spelled;
        }
        return parts.get(from) instanceof Choice choice ? ofChoice(choice, least, most) : null;
    }

    private static @Nullable Anchors ofChoice(Choice choice, int least, int most) {
        Set<String> literals = new LinkedHashSet<>();
        int nearest = Integer.MAX_VALUE;
        int farthest = 0;
        for (Expression option : choice.options()) {
            Anchors anchors = of(option);
            if (anchors == null) {
                return null;
            }
            literals.addAll(anchors.literals);
            nearest = Math.min(nearest, anchors.least);
            farthest = Math.max(farthest, anchors.most);
        }
        Anchors all = new Anchors(literals, least + nearest, most + farthest, null);
        return literals.size() <= LITERALS_MAX && all.most <= REACH_MAX ? all : null;
    }

    private static @Nullable CharSet runBefore(List<Expression> parts, int end) {
        CharSet run = null;
        for (Expression part : parts.subList(0, end)) {
            if (part instanceof Look) {
                continue;
            }
            if (run != null || !(part instanceof Repeat repeat) || !(repeat.body() instanceof Unit unit)) {
                return null;
            }
            run = unit.set();
        }
        return run;
    }

    /** All that an expression can be, where that is little; null where it is more. */
    private static @Nullable Set<String> spelled(Expression expression) {
        if (expression instanceof Look || expression instanceof Edge) {
            return Set.of("");
        }
        if (expression instanceof Unit unit) {
            return units(unit.set());
        }
        if (expression instanceof Value value) {
            return spelled(value.body());
        }
        if (expression instanceof Choice choice) {
            Set<String> all = new LinkedHashSet<>();
            for (Expression option : choice.options()) {
                Set<String> spelled = spelled(option);
                if (spelled == null) {
                    return null;
                }
                all.addAll(spelled);
            }
            return all.size() <= LITERALS_MAX ? all : null;
        }
        if (expression instanceof Repeat repeat) {
            return repeated(repeat);
        }
        Set<String> all = Set.of("");
        for (Expression part : ((Sequence) expression).parts()) {
            Set<String> spelled = spelled(part);
            all = spelled == null ? null : product(all, spelled);
            if (all == null) {
                return null;
            }
        }
        return all;
    }

    private static @Nullable Set<String> repeated(Repeat repeat) {
        Set<String> once = repeat.most() <= LENGTH_MAX ? spelled(repeat.body()) : null;
        if (once == null) {
            return null;
        }
        Set<String> all = new LinkedHashSet<>();
        Set<String> power = Set.of("");
        for (int count = 0; count <= repeat.most(); count++) {
            if (count >= repeat.least()) {
                all.addAll(power);
            }
            power = product(power, once);
            if (power == null) {
                return count == repeat.most() ? all : null;
            }
        }
        return all.size() <= LITERALS_MAX ? all : null;
    }

    private static @Nullable Set<String> units(CharSet set) {
        if (set.others() || !set.named().isEmpty()) {
            return null;
        }
        Set<String> units = new LinkedHashSet<>();
        for (char c = 0; c < 128 && units.size() <= SPELLED_MAX; c++) {
            if (set.contains(c)) {
                units.add(String.valueOf(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c));
            }
        }
        return units.isEmpty() || units.size() > SPELLED_MAX ? null : units;
    }

    private static @Nullable Set<String> product(Set<String> left, Set<String> right) {
        if (left.size() * right.size() > LITERALS_MAX) {
            return null;
        }
        Set<String> product = new LinkedHashSet<>();
        for (String start : left) {
            for (String end : right) {
                product.add(start.length() >= LENGTH_MAX ? start : start + end);
            }
        }
        return product;
    }

    /** Whether each literal is rare enough to look for. */
    boolean isTelling() {
        return literals.stream().allMatch(Anchors::isTelling) && most <= REACH_MAX;
    }

    private static boolean isTelling(String literal) {
        boolean word = literal.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '.');
        boolean digits = literal.chars().allMatch(c -> CharSet.DIGITS.contains((char) c) || " .-/".indexOf(c) >= 0);
        return literal.equals("@") || (!digits && literal.length() >= (word ? 3 : 2));
    }

    private double worth() {
        int shortest = literals.stream().mapToInt(String::length).min().orElse(0);
        return 2.0 * shortest - Math.log(literals.size()) - (least < most ? 2 : 0) - (most > 0 ? 0.5 : 0);
    }
}
