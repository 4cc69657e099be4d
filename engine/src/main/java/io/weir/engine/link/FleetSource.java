package io.weir.engine.link;

import java.util.List;

/**
 * A read of another session and what it shares with a write.
 *
 * @param agentId who read it
 * @param read the read, without its systems
 * @param systems the systems that were called for it
 * @param hits what is shared
 */
record FleetSource(String agentId, SessionRead read, List<String> systems, List<Hit> hits) {

    /** Copies the lists. */
    FleetSource {
        systems = List.copyOf(systems);
        hits = List.copyOf(hits);
    }
}
