package io.weir.engine.expression;

import java.util.List;

/** A regular expression as a tree. Immutable. */
public sealed interface Expression {

    /** Stands for what has no upper bound. */
    int UNBOUNDED = Integer.MAX_VALUE;

    /** Fewest units of a match. */
    int min();

    /** Most units of a match, {@link #UNBOUNDED} where there is no bound. */
    int max();

    /** One unit of a set. */
    record Unit(CharSet set) implements Expression {
        @Override
        public int min() {
            return 1;
        }

        @Override
        public int max() {
            return 1;
        }
    }

    /** One after the other. */
    record Sequence(List<Expression> parts) implements Expression {
        @Override
        public int min() {
            int min = 0;
            for (Expression part : parts) {
                min = sum(min, part.min());
            }
            return min;
        }

        @Override
        public int max() {
            int max = 0;
            for (Expression part : parts) {
                max = sum(max, part.max());
            }
            return max;
        }
    }

    /** The first that fits. */
    record Choice(List<Expression> options) implements Expression {
        @Override
        public int min() {
            return options.stream().mapToInt(Expression::min).min().orElse(0);
        }

        @Override
        public int max() {
            return options.stream().mapToInt(Expression::max).max().orElse(0);
        }
    }

    /** How a repeat tries its counts. */
    enum Greed {
        /** Many first, fewer if the rest does not fit. */
        GREEDY,
        /** Few first, more if the rest does not fit. */
        LAZY,
        /** As many as there are. */
        POSSESSIVE
    }

    /**
     * The same again and again.
     *
     * @param least how often at least
     * @param most how often at most, {@link #UNBOUNDED} for no bound
     */
    record Repeat(Expression body, int least, int most, Greed greed) implements Expression {
        @Override
        public int min() {
            return (int) Math.min(UNBOUNDED, (long) body.min() * least);
        }

        @Override
        public int max() {
            long max = (long) body.max() * most;
            return body.max() == 0 ? 0 : max >= UNBOUNDED ? UNBOUNDED : (int) max;
        }
    }

    /** The group called {@code value}: what is found. */
    record Value(Expression body) implements Expression {
        @Override
        public int min() {
            return body.min();
        }

        @Override
        public int max() {
            return body.max();
        }
    }

    /** What stands before or behind, or does not, and is not part of the match. */
    record Look(Expression body, boolean ahead, boolean negative) implements Expression {
        @Override
        public int min() {
            return 0;
        }

        @Override
        public int max() {
            return 0;
        }
    }

    /** The start or the end of the text. */
    record Edge(boolean end) implements Expression {
        @Override
        public int min() {
            return 0;
        }

        @Override
        public int max() {
            return 0;
        }
    }

    private static int sum(int left, int right) {
        long sum = (long) left + right;
        return sum >= UNBOUNDED ? UNBOUNDED : (int) sum;
    }
}
