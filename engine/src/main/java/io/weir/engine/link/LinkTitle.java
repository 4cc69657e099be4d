package io.weir.engine.link;

import io.weir.schemas.event.Link;
import io.weir.schemas.event.ToolCall;

/** What a link says of a call, in one sentence. */
public final class LinkTitle {

    private LinkTitle() {}

    /** The sentence. */
    public static String of(ToolCall call, Link link) {
        String destination = call.destinations().isEmpty()
                ? call.tool()
                : call.destinations().get(0).label();
        if (link.sourceTraceId().equals(link.sinkTraceId())) {
            return "a command run with " + call.tool() + " reads something and sends it to " + destination;
        }
        if (link.matches().isEmpty()) {
            return "a call of " + call.tool() + " to " + destination + " obeys an order read with " + link.sourceTool();
        }
        String what = link.sinkContainment() > 0 ? link.matchedLength() + " characters" : "values";
        return what + " read with " + link.sourceTool() + " stand in a call of " + call.tool() + " to " + destination;
    }
}
