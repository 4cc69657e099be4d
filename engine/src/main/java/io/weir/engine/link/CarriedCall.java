package io.weir.engine.link;

import io.weir.schemas.event.Hop;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.HopKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session remembers of a call that carried content of its reads on, to wherever: enough to name it as a hop.
 *
 * @param traceId decision on the call
 * @param tool the tool
 * @param agentId who called
 * @param timeMillis event time
 * @param place its record, or null
 * @param destinations where it went: hashes, and the MCP server
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

    /** What such a call does on a path. */
    static final String CARRIES_ON = "carries it on";

    static CarriedCall of(ToolCallScanned call, @Nullable RecordPlace place, List<Link> links) {
        return new CarriedCall(
                call.traceId(),
                call.call().tool(),
                call.principal().agentId(),
                call.timeMillis(),
                place,
                Systems.written(call.call()),
                links.stream().map(Link::sourceTraceId).toList());
    }

    /**
     * Whether a read took up what this call put down: it is the answer to this very call, it was read from where the
     * call went, or both tools work on the same thing.
     */
    boolean isTakenUpBy(SessionRead read) {
        return read.timeMillis() >= timeMillis
                && (read.traceId().equals(traceId) || Systems.meet(tool, destinations, read.tool(), read.origins()));
    }

    /** Whether a link's read is the answer to this very call. */
    boolean isAnsweredBy(Link read) {
        return read.sourceTraceId().equals(traceId);
    }

    Hop hop() {
        return new Hop(HopKind.WRITE, traceId, tool, agentId, timeMillis, place, CARRIES_ON);
    }
}
