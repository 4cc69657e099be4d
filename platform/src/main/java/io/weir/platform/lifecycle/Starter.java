package io.weir.platform.lifecycle;

/**
 * Makes a part and starts it.
 *
 * @param <T> the part
 * @param <E> what can go wrong
 */
@FunctionalInterface
public interface Starter<T extends AutoCloseable, E extends Exception> {

    /** The part, running. */
    T start() throws E;
}
