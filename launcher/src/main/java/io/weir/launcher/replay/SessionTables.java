package io.weir.launcher.replay;

import io.weir.engine.state.MemoryStateTable;
import io.weir.engine.state.StateTable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * State of the sessions that are replayed. The session used longest ago is forgotten first, and counted. Not safe to
 * share between threads.
 */
final class SessionTables {

    /** As many as a scan API keeps unless it is told otherwise. */
    private static final int SESSIONS_MAX = 50_000;

    private final Map<String, MemoryStateTable> tables = new LinkedHashMap<>(16, 0.75f, true);
    private long forgotten;

    /** The state of a session. */
    StateTable of(String sessionKey) {
        MemoryStateTable table = tables.computeIfAbsent(sessionKey, key -> new MemoryStateTable());
        if (tables.size() > SESSIONS_MAX) {
            Iterator<String> eldestFirst = tables.keySet().iterator();
            eldestFirst.next();
            eldestFirst.remove();
            forgotten++;
        }
        return table;
    }

    /** Sessions seen; one that came back after it was forgotten counts again. */
    long count() {
        return tables.size() + forgotten;
    }

    /** Sessions whose state was dropped. */
    long forgotten() {
        return forgotten;
    }
}
