package io.weir.testkit.property;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * Checks a law on many random values, small ones first. A failure is shrunk and reported with its seed; {@code
 * -Dweir.seed=<seed>} or the environment variable {@code WEIR_SEED} runs that one case again.
 */
public final class Property {

    private static final int DEFAULT_RUNS = 200;
    private static final int SHRINK_ATTEMPTS_MAX = 2_000;
    private static final int SIZE_MAX = 100;
    private static final long SIZE_MASK = 0x7f;

    private final int runs;

    private Property(int runs) {
        this.runs = runs;
    }

    /** A check that throws when the law is broken. */
    @FunctionalInterface
    public interface Check<T> {
        /** Checks one value. */
        void accept(T value) throws Exception;
    }

    /** Checks the law on 200 values. */
    public static <T> void forAll(Gen<T> generator, Check<T> check) {
        runs(DEFAULT_RUNS).check(generator, check);
    }

    /** A property with another number of runs. */
    public static Property runs(int runs) {
        return new Property(runs);
    }

    /**
     * Checks the law.
     *
     * @throws AssertionError with the smallest failing value found, its seed and the failure
     */
    public <T> void check(Gen<T> generator, Check<T> check) {
        Optional<Long> givenSeed = givenSeed();
        if (givenSeed.isPresent()) {
            checkCase(givenSeed.get(), generator, check);
            return;
        }
        SplittableRandom seeds = new SplittableRandom();
        for (int run = 0; run < runs; run++) {
            int size = 1 + (int) ((long) run * (SIZE_MAX - 1) / Math.max(1, runs - 1));
            checkCase((seeds.nextLong() & ~SIZE_MASK) | size, generator, check);
        }
    }

    /** The seed carries the size in its lowest bits, so that the seed alone reproduces the case. */
    static <T> void checkCase(long seed, Gen<T> generator, Check<T> check) {
        int size = Math.max(1, (int) (seed & SIZE_MASK));
        Choices choices = Choices.random(seed, size);
        Attempt<T> first = attempt(choices, generator, check);
        if (first.failure() == null) {
            return;
        }
        Attempt<T> smallest = shrink(first, size, generator, check);
        throw new AssertionError(
                String.format(
                        Locale.ROOT,
                        "Property broken by%n  %s%nfound with%n  -Dweir.seed=%d (or WEIR_SEED=%d)%nbecause of%n  %s",
                        smallest.value(),
                        seed,
                        seed,
                        smallest.failure()),
                smallest.failure());
    }

    private static <T> Attempt<T> attempt(Choices choices, Gen<T> generator, Check<T> check) {
        return check(generator.from(choices), choices, check);
    }

    /** As {@link #attempt}, but choices that the generator refuses count as a case that passes. */
    private static <T> Attempt<T> attemptSimpler(Attempt<T> failed, Choices choices, Gen<T> generator, Check<T> check) {
        T value;
        try {
            value = generator.from(choices);
        } catch (RuntimeException refused) {
            return new Attempt<>(failed.value(), failed.choices(), null);
        }
        return check(value, choices, check);
    }

    private static <T> Attempt<T> check(T value, Choices choices, Check<T> check) {
        try {
            check.accept(value);
            return new Attempt<>(value, choices.made(), null);
        } catch (TestAbortedException aborted) {
            throw aborted;
        } catch (Exception | AssertionError | StackOverflowError failure) {
            return new Attempt<>(value, choices.made(), failure);
        }
    }

    private static <T> Attempt<T> shrink(Attempt<T> failed, int size, Gen<T> generator, Check<T> check) {
        Attempt<T> smallest = failed;
        int attempts = 0;
        boolean progress = true;
        while (progress) {
            progress = false;
            for (List<Integer> plan : Shrinking.simpler(smallest.choices())) {
                if (++attempts > SHRINK_ATTEMPTS_MAX) {
                    return smallest;
                }
                Attempt<T> next = attemptSimpler(smallest, Choices.replay(plan, size), generator, check);
                if (next.failure() != null && Shrinking.isSimpler(next.choices(), smallest.choices())) {
                    smallest = next;
                    progress = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private static Optional<Long> givenSeed() {
        return Stream.of(System.getProperty("weir.seed", ""), System.getenv().getOrDefault("WEIR_SEED", ""))
                .filter(text -> !text.isBlank())
                .map(text -> Long.parseLong(text.strip()))
                .findFirst();
    }

    private record Attempt<T>(
            T value, List<Integer> choices, @Nullable Throwable failure) {}
}
