package io.weir.engine.link;

import io.weir.engine.state.StateTable;

/**
 * Gets what other nodes know, when a write is judged. It may add reads of the session that this node has not seen to
 * the session's state, by {@link SessionLinker#remember}.
 */
@FunctionalInterface
public interface Recall {

    /** There is nobody else to ask. */
    Recall NOTHING = (state, write) -> Elsewhere.NOTHING;

    /** What there is to know about a write beyond the state of its session. */
    Elsewhere of(StateTable state, Write write);
}
