package io.weir.testkit.property;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A generator of random values. Generators compose by being called: {@code choices -> new Point(x.from(choices),
 * y.from(choices))}.
 *
 * @param <T> type of the values
 */
@FunctionalInterface
public interface Gen<T> {

    /** A value that depends on nothing but the choices. */
    T from(Choices choices);

    /** A generator of derived values. */
    default <R> Gen<R> map(Function<? super T, ? extends R> function) {
        return choices -> function.apply(from(choices));
    }

    /**
     * A generator of those values that pass.
     *
     * @throws IllegalStateException when 1000 values in a row do not pass
     */
    default Gen<T> where(Predicate<? super T> predicate) {
        return choices -> {
            for (int attempt = 0; attempt < 1000; attempt++) {
                T value = from(choices);
                if (predicate.test(value)) {
                    return value;
                }
            }
            throw new IllegalStateException("1000 generated values in a row were refused; build the value instead");
        };
    }
}
