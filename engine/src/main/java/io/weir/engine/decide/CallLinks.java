package io.weir.engine.decide;

import io.weir.engine.link.DeclaredTransfers;
import io.weir.engine.link.Elsewhere;
import io.weir.engine.link.Recall;
import io.weir.engine.link.SessionLinker;
import io.weir.engine.link.Write;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.Link;
import java.util.List;

/**
 * What a call has in common with earlier reads.
 *
 * @param found strongest first
 * @param elsewhere what other nodes know of these reads
 */
record CallLinks(List<Link> found, Elsewhere elsewhere) {

    static CallLinks of(SessionLinker linker, StateTable state, SearchedCall call, Occasion occasion, Recall recall) {
        Write write = call.write(occasion);
        Elsewhere elsewhere = recall.of(state, write);
        List<Link> carried = linker.links(state, write, occasion.timeMillis(), elsewhere);
        return new CallLinks(
                DeclaredTransfers.beside(carried, state, write, call.reading().transfers(), occasion.timeMillis()),
                elsewhere);
    }
}
