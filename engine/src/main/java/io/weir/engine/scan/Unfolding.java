package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import io.weir.engine.expression.Expression;
import io.weir.engine.expression.Expression.Choice;
import io.weir.engine.expression.Expression.Repeat;
import io.weir.engine.expression.Expression.Sequence;
import io.weir.engine.expression.Expression.Unit;
import io.weir.engine.expression.Expression.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The units of expressions written out as places, and which places may follow which (Glushkov, Russian Mathematical
 * Surveys 16(5), 1961). Looks and edges are left out and repeats are cut at a depth, so it says more rather than less
 * than the truth. Not safe to share while expressions are added.
 */
final class Unfolding {

    private final int depth;
    private final List<CharSet> sets = new ArrayList<>();
    private final List<List<Integer>> following = new ArrayList<>();
    private final List<Boolean> lasts = new ArrayList<>();
    private final List<Integer> owners = new ArrayList<>();
    private int owner;

    /**
     * An unfolding without expressions.
     *
     * @param depth units from the start of a match that are written out, at least
     */
    Unfolding(int depth) {
        this.depth = depth;
    }

    /** Some places: those that a part of an expression may start with and end with, and whether it may be empty. */
    private record Part(List<Integer> firsts, List<Integer> lasts, boolean empty) {}

    /**
     * Adds an expression.
     *
     * @param newOwner by which its places tell of it
     * @param start what its first unit must be in
     * @return the place before its first unit
     */
    int add(Expression expression, int newOwner, CharSet start) {
        owner = newOwner;
        int before = place(new CharSet(0, 0, false, ""));
        Part part = unfold(expression, 0);
        part.lasts.forEach(last -> lasts.set(last, true));
        for (int first : part.firsts) {
            if (!sets.get(first).isDisjoint(start)) {
                following.get(before).add(narrowed(first, start));
            }
        }
        return before;
    }

    // A first unit may come again later, and is then free.
    private int narrowed(int first, CharSet start) {
        if (start.includes(sets.get(first))) {
            return first;
        }
        int place = place(sets.get(first).and(start));
        following.get(place).addAll(following.get(first));
        lasts.set(place, lasts.get(first));
        return place;
    }

    private int place(CharSet set) {
        sets.add(set);
        following.add(new ArrayList<>());
        lasts.add(false);
        owners.add(owner);
        return sets.size() - 1;
    }

    private Part unfold(Expression expression, int from) {
        if (expression instanceof Unit unit) {
            List<Integer> one = List.of(place(unit.set()));
            return new Part(one, one, false);
        }
        if (expression instanceof Value value) {
            return unfold(value.body(), from);
        }
        if (expression instanceof Repeat repeat) {
            return repeated(repeat, from);
        }
        if (expression instanceof Choice choice) {
            Part all = new Part(List.of(), List.of(), false);
            for (Expression option : choice.options()) {
                Part part = unfold(option, from);
                all = new Part(joined(all.firsts, part.firsts), joined(all.lasts, part.lasts), all.empty || part.empty);
            }
            return all;
        }
        Part all = new Part(List.of(), List.of(), true);
        int at = from;
        for (Expression part : expression instanceof Sequence sequence ? sequence.parts() : List.<Expression>of()) {
            if (at > depth) {
                break;
            }
            all = behind(all, unfold(part, at));
            at += Math.min(depth + 1, part.min());
        }
        return all;
    }

    private Part repeated(Repeat repeat, int from) {
        Part all = new Part(List.of(), List.of(), true);
        int each = Math.max(1, repeat.body().min());
        int most = (int) Math.min(repeat.most(), 1L + (depth - from) / each);
        Part body = all;
        for (int count = 1; count <= most; count++) {
            body = unfold(repeat.body(), from + (count - 1) * each);
            Part longer = behind(all, body);
            // From the least count on the repeat may end before this body too.
            all = count <= repeat.least()
                    ? longer
                    : new Part(longer.firsts, joined(all.lasts, longer.lasts), all.empty || longer.empty);
        }
        if (repeat.most() > most) {
            link(body.lasts, body.firsts);
        }
        return all;
    }

    private Part behind(Part left, Part right) {
        link(left.lasts, right.firsts);
        return new Part(
                left.empty ? joined(left.firsts, right.firsts) : left.firsts,
                right.empty ? joined(left.lasts, right.lasts) : right.lasts,
                left.empty && right.empty);
    }

    private void link(List<Integer> lefts, List<Integer> rights) {
        lefts.forEach(left -> following.get(left).addAll(rights));
    }

    private static List<Integer> joined(List<Integer> left, List<Integer> right) {
        List<Integer> joined = new ArrayList<>(left);
        joined.addAll(right);
        return joined;
    }

    /** The units that may stand at each place. */
    CharSet[] sets() {
        return sets.toArray(CharSet[]::new);
    }

    /** The places that may follow each place. */
    int[][] following() {
        return following.stream()
                .map(places -> places.stream()
                        .mapToInt(Integer::intValue)
                        .distinct()
                        .sorted()
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Whether the expression may end behind each place. */
    boolean[] lasts() {
        boolean[] all = new boolean[lasts.size()];
        for (int place = 0; place < all.length; place++) {
            all[place] = lasts.get(place);
        }
        return all;
    }

    /** What each place tells of. */
    int[] owners() {
        return owners.stream().mapToInt(Integer::intValue).toArray();
    }
}
