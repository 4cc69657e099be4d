package io.weir.engine.link;

import io.weir.engine.state.StateTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A write beside what its session has read; all rules about content begin with it.
 *
 * @param index what the session has read
 * @param write the write, without what the user asked for and without its own addresses
 * @param destination where it goes, as far as the reads tell
 * @param hits what it shares with each read, by the read's position, oldest read first
 */
record Encounter(SessionIndex index, Write write, DestinationView destination, Map<Integer, List<Hit>> hits) {

    /** A write beside the reads of its session. */
    static Encounter of(StateTable state, Write write) {
        return of(new SessionMemory(state, write.sessionKey()).index(), SessionLinker.withoutRequested(write));
    }

    /** The same without what people have let go. */
    Encounter without(Exemption exemption) {
        return exemption.isNone() ? this : of(index, exemption.strip(write));
    }

    private static Encounter of(SessionIndex index, Write own) {
        Map<Integer, List<Hit>> hits = new LinkedHashMap<>();
        AddressCopies copies = new AddressCopies(own);
        index.hits(own).forEach((position, all) -> hits.put(position, copies.without(all)));
        return new Encounter(index, own, DestinationView.of(own, index), hits);
    }
}
