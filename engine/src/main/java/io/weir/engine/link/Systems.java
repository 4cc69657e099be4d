package io.weir.engine.link;

import io.weir.engine.destination.ToolWords;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.ToolCall;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a call works on, so that of two calls it can be told whether one may have taken up what the other put down:
 * hashes of hosts and addresses, and the name of the MCP server.
 */
final class Systems {

    private static final String SERVER = "server:";

    private Systems() {}

    /** The hosts that were called, and the server. */
    static List<String> read(ToolCall call) {
        return marks(call, call.destinations().stream().filter(Write::isOnNetwork));
    }

    /** All that it went to, and the server. */
    static List<String> written(ToolCall call) {
        return marks(call, call.destinations().stream());
    }

    /**
     * Whether two calls worked on the same system, or on the same thing by their names, as save_note and get_note do.
     */
    static boolean meet(String tool, Collection<String> systems, String otherTool, Collection<String> otherSystems) {
        return !Collections.disjoint(systems, otherSystems) || shareAThing(tool, otherTool);
    }

    private static boolean shareAThing(String tool, String otherTool) {
        Set<String> things = ToolWords.things(tool);
        things.retainAll(ToolWords.things(otherTool));
        return !things.isEmpty();
    }

    private static List<String> marks(ToolCall call, Stream<Destination> destinations) {
        Stream<String> server = Stream.ofNullable(call.server()).map(SERVER::concat);
        return Stream.concat(destinations.map(Destination::hash), server).toList();
    }
}
