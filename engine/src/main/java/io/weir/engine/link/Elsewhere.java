package io.weir.engine.link;

import java.util.List;
import java.util.Set;

/**
 * What is known about a write from beyond its session's state.
 *
 * @param reads responses of other sessions that may share something with it
 * @param common hashes of the write that are taken for boilerplate
 * @param unconfirmed what could not be compared with the write in time, a line each; empty where all was
 * @param holds whether the write waits for a person because of that
 */
public record Elsewhere(List<PlacedRead> reads, Set<Long> common, List<String> unconfirmed, boolean holds) {

    /** Nothing beyond the state. */
    public static final Elsewhere NOTHING = new Elsewhere(List.of(), Set.of(), List.of(), false);

    /** Copies the collections. */
    public Elsewhere {
        reads = List.copyOf(reads);
        common = Set.copyOf(common);
        unconfirmed = List.copyOf(unconfirmed);
    }
}
