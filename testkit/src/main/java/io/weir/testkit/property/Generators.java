package io.weir.testkit.property;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Generators of everyday values: numbers, choices, lists. For texts see {@link Texts}, for JSON {@link JsonTrees}. */
public final class Generators {

    private Generators() {}

    /** Whole numbers from {@code min} to {@code max}, both included; {@code min} is the simplest. */
    public static Gen<Integer> ints(int min, int max) {
        return choices -> choices.between(min, max);
    }

    /** Any long; 0 is the simplest. */
    public static Gen<Long> longs() {
        return choices -> {
            long high = choices.below(Integer.MAX_VALUE);
            long low = choices.below(Integer.MAX_VALUE);
            long positive = high << 32 | low << 1 | choices.below(2);
            return choices.coin() ? -positive : positive;
        };
    }

    /** Numbers from 0 to 1, both included, in steps of a thousandth. */
    public static Gen<Double> unitInterval() {
        return choices -> choices.between(0, 1000) / 1000.0;
    }

    /** One of the options; the first is the simplest. */
    public static <T> Gen<T> oneOf(List<T> options) {
        return choices -> choices.oneOf(options);
    }

    /** One constant of an enum; the first declared is the simplest. */
    public static <E extends Enum<E>> Gen<E> constants(Class<E> type) {
        return oneOf(List.of(type.getEnumConstants()));
    }

    /** Some constants of an enum, each at most once, in declaration order; none is the simplest. */
    public static <E extends Enum<E>> Gen<List<E>> subsets(Class<E> type) {
        return choices -> List.of(type.getEnumConstants()).stream()
                .filter(constant -> choices.coin())
                .toList();
    }

    /** Lists of 0 to the case's size elements. */
    public static <T> Gen<List<T>> lists(Gen<T> elements) {
        return choices -> listOf(elements, 0, choices.size(), choices);
    }

    /** Lists of {@code min} to {@code max} elements. */
    public static <T> Gen<List<T>> lists(Gen<T> elements, int min, int max) {
        return choices -> listOf(elements, min, max, choices);
    }

    /** The same elements in another order; the given order is the simplest. */
    public static <T> Gen<List<T>> permutations(List<T> elements) {
        return choices -> {
            List<T> shuffled = new ArrayList<>(elements);
            for (int index = shuffled.size() - 1; index > 0; index--) {
                Collections.swap(shuffled, index, index - choices.below(index + 1));
            }
            return List.copyOf(shuffled);
        };
    }

    /** Lower-case hex digits, a fixed number of them. */
    public static Gen<String> hex(int digits) {
        return lists(ints(0, 15).map(Integer::toHexString), digits, digits).map(list -> String.join("", list));
    }

    /** A choice before each element, not one length for all, so that shrinking can take single elements out. */
    private static <T> List<T> listOf(Gen<T> elements, int min, int max, Choices choices) {
        List<T> list = new ArrayList<>();
        int meanLength = Math.max(1, (max - min) / 2);
        while (list.size() < min || (list.size() < max && choices.below(meanLength + 1) > 0)) {
            list.add(elements.from(choices));
        }
        return Collections.unmodifiableList(list);
    }
}
