package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import io.weir.engine.expression.Expression.Greed;
import java.util.List;

/** One step of a linear matcher. */
sealed interface Step {

    /** A run of units of a set. */
    record Run(CharSet set, int least, int most, Greed greed) implements Step {

        boolean isVariable() {
            return least < most;
        }
    }

    /** Rows of units, one of which stands ahead or behind, or none of which does. */
    final class Around implements Step {

        private final List<Row> rows;
        private final Row[] longer;
        private final CharSet singles;
        private final boolean ahead;
        private final boolean negative;

        /**
         * A look.
         *
         * @param rows each from left to right
         */
        Around(List<Row> rows, boolean ahead, boolean negative) {
            this.rows = List.copyOf(rows);
            this.longer = rows.stream().filter(row -> row.length() != 1).toArray(Row[]::new);
            this.singles = rows.stream()
                    .filter(row -> row.length() == 1)
                    .map(Row::first)
                    .reduce(new CharSet(0, 0, false, ""), CharSet::or);
            this.ahead = ahead;
            this.negative = negative;
        }

        List<Row> rows() {
            return rows;
        }

        boolean ahead() {
            return ahead;
        }

        boolean negative() {
            return negative;
        }

        boolean holds(char[] text, int from, int to, int at) {
            int neighbor = ahead ? at : at - 1;
            if (neighbor >= from && neighbor < to && singles.contains(text[neighbor])) {
                return !negative;
            }
            for (Row row : longer) {
                if (row.stands(text, from, to, ahead ? at : at - row.length())) {
                    return !negative;
                }
            }
            return negative;
        }
    }

    /** Looks around, one of which holds. */
    final class AnyAround implements Step {

        private final Around[] options;

        AnyAround(List<Around> options) {
            this.options = options.toArray(Around[]::new);
        }

        boolean holds(char[] text, int from, int to, int at) {
            for (Around option : options) {
                if (option.holds(text, from, to, at)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The start or the end of the value. */
    record Mark(boolean end) implements Step {}

    /** The start or the end of the text. */
    record Border(boolean end) implements Step {}

    /** Sets for neighbouring units. */
    final class Row {

        private final CharSet[] sets;

        Row(List<CharSet> sets) {
            this.sets = sets.toArray(CharSet[]::new);
        }

        int length() {
            return sets.length;
        }

        CharSet first() {
            return sets[0];
        }

        boolean stands(char[] text, int from, int to, int at) {
            if (at < from || at + sets.length > to) {
                return false;
            }
            int next = at;
            for (CharSet set : sets) {
                if (next >= to || !set.contains(text[next])) {
                    return false;
                }
                boolean pair = Character.isHighSurrogate(text[next])
                        && next + 1 < to
                        && Character.isLowSurrogate(text[next + 1]);
                next += pair ? 2 : 1;
            }
            return true;
        }
    }
}
