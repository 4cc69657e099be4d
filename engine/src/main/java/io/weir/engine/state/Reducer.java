package io.weir.engine.state;

import java.util.List;

/**
 * A correlation rule: folds one event into keyed state and says what follows from it.
 *
 * <p>Laws, held by tests: the outputs depend on the table and the event only; events of other keys do not change them;
 * a table that was written out and read back gives the same outputs; an event that is applied twice gives its outputs
 * again and changes nothing else.
 *
 * @param <E> events in
 * @param <O> outputs
 */
public interface Reducer<E, O> {

    /** Applies one event. The event carries its own time; there is no clock. */
    List<O> apply(StateTable state, E event);
}
