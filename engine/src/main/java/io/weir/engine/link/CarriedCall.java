package io.weir.engine.link;

import io.weir.engine.destination.ToolWords;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.HopKind;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a session remembers of a call that carried content of its reads on, to wherever: enough to name it as a hop.
 *
 * @param traceId decision on the call
 * @param tool the tool
 * @param agentId who called
 * @param timeMillis event time
 * @param place its record, or null
 * @param destinations hashes of where it went
 * @param sources decisions on the calls whose responses it carried content of
 */
record CarriedCall(
        String traceId,
        String tool,
        String agentId,
        long timeMillis,
        @Nullable RecordPlace place,
        List<String> destinations,
        List<String> sources) {

    static CarriedCall of(ToolCallScanned call, @Nullable RecordPlace place, List<Link> links) {
        return new CarriedCall(
                call.traceId(),
                call.call().tool(),
                call.principal().agentId(),
                call.timeMillis(),
                place,
                call.call().destinations().stream().map(Destination::hash).toList(),
                links.stream().map(Link::sourceTraceId).toList());
    }

    /**
     * Whether a read took up what this call put down: it is the answer to this very call, it was read from where the call
     * went, or both tools work on the same thing, as save_note and get_note do.
     */
    boolean isTakenUpBy(SessionRead read) {
        return read.timeMillis() >= timeMillis
                && (read.traceId().equals(traceId)
                        || !Collections.disjoint(destinations, read.origins())
                        || sharesAThing(read.tool()));
    }

    private boolean sharesAThing(String readTool) {
        Set<String> things = ToolWords.things(tool);
        things.retainAll(ToolWords.things(readTool));
        return !things.isEmpty();
    }

    Hop hop() {
        return new Hop(HopKind.WRITE, traceId, tool, agentId, timeMillis, place, "carries it on");
    }
}
