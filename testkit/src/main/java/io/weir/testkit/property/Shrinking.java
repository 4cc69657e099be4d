package io.weir.testkit.property;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Simpler plans for a failing case: blocks of choices left out, single choices made smaller by halving steps. */
final class Shrinking {

    private static final int SMALL_BLOCK = 8;

    private Shrinking() {}

    /** Plans that are simpler than the given choices, the boldest first; lazily made. */
    static Iterable<List<Integer>> simpler(List<Integer> choices) {
        Stream<List<Integer>> shorter =
                blockLengths(choices.size()).boxed().flatMap(length -> without(choices, length));
        Stream<List<Integer>> smaller = IntStream.range(0, choices.size())
                .boxed()
                .flatMap(index ->
                        halvings(choices.get(index)).mapToObj(step -> with(choices, index, choices.get(index) - step)));
        return Stream.concat(shorter, smaller)::iterator;
    }

    /** Fewer choices are simpler; of as many, the first smaller choice counts. */
    static boolean isSimpler(List<Integer> left, List<Integer> right) {
        if (left.size() != right.size()) {
            return left.size() < right.size();
        }
        for (int index = 0; index < left.size(); index++) {
            int order = Integer.compare(left.get(index), right.get(index));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    private static IntStream halvings(int number) {
        return IntStream.iterate(number, step -> step > 0, step -> step / 2);
    }

    private static IntStream blockLengths(int total) {
        IntStream large = IntStream.iterate(total, length -> length > SMALL_BLOCK, length -> length / 2);
        return IntStream.concat(
                large,
                IntStream.rangeClosed(1, Math.min(SMALL_BLOCK, total))
                        .map(length -> Math.min(SMALL_BLOCK, total) + 1 - length));
    }

    /** Large blocks are tried side by side, small ones at every place. */
    private static Stream<List<Integer>> without(List<Integer> choices, int length) {
        int step = length > SMALL_BLOCK ? length : 1;
        return IntStream.iterate(0, start -> start + length <= choices.size(), start -> start + step)
                .mapToObj(start -> {
                    List<Integer> rest = new ArrayList<>(choices);
                    rest.subList(start, start + length).clear();
                    return rest;
                });
    }

    private static List<Integer> with(List<Integer> choices, int index, int value) {
        List<Integer> changed = new ArrayList<>(choices);
        changed.set(index, value);
        return changed;
    }
}
