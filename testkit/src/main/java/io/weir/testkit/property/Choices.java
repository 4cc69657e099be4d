package io.weir.testkit.property;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The numbers that one random case is made from. A case is a pure function of its choices, so a failing case is made
 * smaller by making its choices fewer and smaller: no generator needs a shrinker of its own (the idea of Hypothesis;
 * MacIver and Donaldson, "Test-Case Reduction via Test-Case Generation", ECOOP 2020).
 *
 * <p>Not thread-safe.
 */
public final class Choices {

    private final SplittableRandom random;
    private final List<Integer> planned;
    private final boolean replaying;
    private final int size;
    private final List<Integer> made = new ArrayList<>();

    private Choices(SplittableRandom random, List<Integer> planned, boolean replaying, int size) {
        this.random = random;
        this.planned = planned;
        this.replaying = replaying;
        this.size = size;
    }

    /** Choices that depend on the seed alone, for cases that are counted and not shrunk. */
    public static Choices seeded(long seed) {
        return random(seed, 100);
    }

    static Choices random(long seed, int size) {
        return new Choices(new SplittableRandom(seed), List.of(), false, size);
    }

    /** Makes the planned choices again and answers 0, the simplest choice, once they are used up. */
    static Choices replay(List<Integer> planned, int size) {
        return new Choices(new SplittableRandom(0), planned, true, size);
    }

    /** A number from 0 (the simplest) to {@code bound - 1}. */
    public int below(int bound) {
        int choice = replaying ? nextPlanned(bound) : random.nextInt(bound);
        made.add(choice);
        return choice;
    }

    /** A number from {@code min} (the simplest) to {@code max}, both included. */
    public int between(int min, int max) {
        return min + below(Math.addExact(Math.subtractExact(max, min), 1));
    }

    /** True or false; false is the simplest. */
    public boolean coin() {
        return below(2) == 1;
    }

    /** One of the options; the first is the simplest. */
    public <T> T oneOf(List<T> options) {
        return options.get(below(options.size()));
    }

    /** How large lists and texts should be at most, 1..100; it grows over the runs of a property. */
    public int size() {
        return size;
    }

    List<Integer> made() {
        return List.copyOf(made);
    }

    private int nextPlanned(int bound) {
        return made.size() < planned.size() ? Math.min(planned.get(made.size()), bound - 1) : 0;
    }
}
