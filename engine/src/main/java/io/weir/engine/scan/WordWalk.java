package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which of many expressions may fit at a place: one automaton that follows all of them at once, a lookup a unit, until
 * none is left. Its states are made when a text first needs them, and at most so many; what cannot be followed further
 * counts as fitting. Safe to share: states are only added, each complete before it can be reached.
 */
final class WordWalk {

    /** Units that are followed at most. */
    static final int DEPTH = 32;

    /** How many states a walk of many expressions may make. */
    static final int STATES_MAX = 8_192;

    private static final int UNKNOWN = 0;

    // In a cell, beside the number of the state: whether it tells of fits, and whether nothing goes on from it.
    private static final int TELLS = 1;
    private static final int ENDS = 2;
    private static final int FLAGS = 2;

    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(int[].class);

    private final UnitClasses classes;
    private final CharSet[] sets;
    private final int[][] following;
    private final boolean[] lasts;
    private final int[] owners;
    private final List<Followed> followed;
    private final int width;
    private final int statesMax;
    private final int rowBits;
    private final int[] starts;
    private final Map<State, Integer> known = new HashMap<>();
    private volatile State[] states = new State[64];
    private volatile int[] cells;
    private int stateCount = 1;

    /**
     * A walk along some expressions.
     *
     * @param width how many numbers hold their bits
     * @param statesMax how many states are made at most, but for the first and those where nothing is followed further
     */
    WordWalk(List<Followed> followed, int width, int statesMax) {
        Unfolding unfolding = new Unfolding(DEPTH);
        int[] befores = new int[followed.size()];
        for (int i = 0; i < befores.length; i++) {
            befores[i] = unfolding.add(
                    followed.get(i).expression(), i, followed.get(i).start());
        }
        this.followed = List.copyOf(followed);
        this.width = width;
        this.statesMax = statesMax;
        this.sets = unfolding.sets();
        this.following = unfolding.following();
        this.lasts = unfolding.lasts();
        this.owners = unfolding.owners();
        this.classes = new UnitClasses(Stream.concat(
                        Stream.of(sets), followed.stream().flatMap(one -> Stream.of(one.notBefore(), one.notBehind())))
                .distinct()
                .toList());
        this.rowBits = Integer.SIZE - Integer.numberOfLeadingZeros(classes.count() - 1);
        this.cells = new int[states.length << rowBits];
        this.starts = new int[classes.count()];
        for (int unitClass = 0; unitClass < starts.length; unitClass++) {
            starts[unitClass] = start(befores, unitClass);
        }
    }

    /**
     * Adds the bits of those that may fit at a place.
     *
     * @return whether any may
     */
    boolean follow(TextView text, int from, long[] fitting) {
        int cell = starts[from == 0 ? UnitClasses.END : classes.of(text.units[from - 1])];
        int[] table = cells;
        boolean told = false;
        for (int at = from; (cell & ENDS) == 0; at++) {
            int state = cell >> FLAGS;
            if (at == from + DEPTH) {
                return add(states[state].alive, fitting);
            }
            int unitClass = at < text.length ? classes.of(text.units[at]) : UnitClasses.END;
            cell = (int) CELL.getAcquire(table, state << rowBits | unitClass);
            if (cell == UNKNOWN) {
                cell = learn(state, unitClass);
                table = cells;
            }
            if ((cell & TELLS) != 0) {
                State here = states[cell >> FLAGS];
                told = add(here.told, fitting);
                if (here.tellsNoMore(fitting)) {
                    return true;
                }
            }
        }
        return told;
    }

    private static boolean add(long[] bits, long[] fitting) {
        for (int i = 0; i < bits.length; i++) {
            fitting[i] |= bits[i];
        }
        return true;
    }

    /** The cell behind a state and a class, made if there is none yet. */
    private synchronized int learn(int from, int unitClass) {
        int at = from << rowBits | unitClass;
        if (cells[at] == UNKNOWN) {
            int cell = cell(behind(states[from], unitClass), states[from]);
            CELL.setRelease(cells, at, cell);
        }
        return cells[at];
    }

    private State behind(State from, int unitClass) {
        BitSet next = new BitSet();
        long[] told = new long[width];
        for (int place : from.places) {
            Followed one = followed.get(owners[place]);
            if (lasts[place] && !classes.isIn(unitClass, one.notBehind())) {
                told[one.bit() >> 6] |= 1L << one.bit();
            }
            for (int follower : following[place]) {
                if (unitClass == UnitClasses.BEYOND && !sets[follower].isAscii()) {
                    // It may be one of two units: not followed.
                    told[one.bit() >> 6] |= 1L << one.bit();
                } else if (classes.isIn(unitClass, sets[follower])) {
                    next.set(follower);
                }
            }
        }
        return new State(next.stream().toArray(), told, alive(next));
    }

    private long[] alive(BitSet places) {
        long[] alive = new long[width];
        places.stream().forEach(place -> {
            int bit = followed.get(owners[place]).bit();
            alive[bit >> 6] |= 1L << bit;
        });
        return alive;
    }

    private int start(int[] befores, int unitClass) {
        BitSet places = new BitSet();
        for (int i = 0; i < befores.length; i++) {
            if (!classes.isIn(unitClass, followed.get(i).notBefore())) {
                places.set(befores[i]);
            }
        }
        return cell(new State(places.stream().toArray(), new long[width], alive(places)), null);
    }

    /**
     * The cell of a state. Where there are too many of them all that is left of the one before it counts as fitting.
     */
    private int cell(State state, @Nullable State before) {
        Integer number = known.get(state);
        State kept = state;
        if (number == null) {
            kept = before == null || stateCount < statesMax
                    ? state
                    : new State(new int[0], before.alive, new long[width]);
            number = known.get(kept);
        }
        if (number == null) {
            number = stateCount++;
            if (number == states.length) {
                states = Arrays.copyOf(states, number * 2);
                cells = Arrays.copyOf(cells, states.length << rowBits);
            }
            states[number] = kept;
            known.put(kept, number);
        }
        return number << FLAGS | (kept.tells() ? TELLS : 0) | (kept.places.length == 0 ? ENDS : 0);
    }

    /** Where a text may be in all the expressions. */
    private static final class State {

        private final int[] places;
        private final long[] told;
        private final long[] alive;

        /**
         * A state.
         *
         * @param places that the text may be at
         * @param told bits of those that may have ended right before
         * @param alive bits of those that have a place
         */
        State(int[] places, long[] told, long[] alive) {
            this.places = places;
            this.told = told;
            this.alive = alive;
        }

        boolean tells() {
            return Arrays.stream(told).anyMatch(bits -> bits != 0);
        }

        /** Whether all that may still be told is told already. */
        boolean tellsNoMore(long[] fitting) {
            for (int i = 0; i < alive.length; i++) {
                if ((alive[i] & ~fitting[i]) != 0) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean equals(@Nullable Object that) {
            return that instanceof State state
                    && Arrays.equals(places, state.places)
                    && Arrays.equals(told, state.told);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(places) + Arrays.hashCode(told);
        }
    }
}
