package io.weir.engine.link;

import java.util.List;
import java.util.Set;

/**
 * Reads of other sessions that may be the source of a write, by their samples.
 *
 * @param reads what is to be fetched, most hits first
 * @param common hashes of the write that are taken for boilerplate
 */
public record Suspects(List<TaintMark> reads, Set<Long> common) {

    /** Nobody is suspected. */
    public static final Suspects NONE = new Suspects(List.of(), Set.of());

    /** Copies the collections. */
    public Suspects {
        reads = List.copyOf(reads);
        common = Set.copyOf(common);
    }
}
