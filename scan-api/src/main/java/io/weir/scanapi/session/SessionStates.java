package io.weir.scanapi.session;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.engine.state.StateTable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * What this node knows about each session, bounded in sessions and in bytes: the session used longest ago is forgotten
 * first, and counted. The stream lane still knows it.
 *
 * <p>Safe to share between threads. Work on one session is done by one thread at a time, in the order in which the
 * threads come; work on different sessions goes on side by side.
 */
public final class SessionStates {

    /** Map node, key, lock and empty table. */
    private static final int SESSION_BYTES = 400;

    private final int sessionsMax;
    private final long bytesMax;
    private final Counter evicted;

    // Locks instead of synchronized, because a virtual thread that waits in a monitor holds on to its carrier.
    private final ReentrantLock guard = new ReentrantLock();
    private final Map<String, Session> sessions = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** States of at most this many sessions, and of about this many bytes. */
    public SessionStates(int sessionsMax, long bytesMax, MeterRegistry meters) {
        this.sessionsMax = sessionsMax;
        this.bytesMax = bytesMax;
        this.evicted = Counter.builder("weir.sessions.evicted")
                .description("Sessions whose state was dropped to stay within the limits.")
                .register(meters);
        Gauge.builder("weir.sessions.kept", this, SessionStates::count)
                .description("Sessions whose state this node keeps.")
                .register(meters);
        Gauge.builder("weir.session.state", this, SessionStates::bytes)
                .description("Estimated memory of the state of all sessions.")
                .baseUnit("bytes")
                .register(meters);
    }

    private static final class Session {

        /** Fair, so that calls are judged in the order in which they came. */
        private final ReentrantLock lock = new ReentrantLock(true);

        private final MeteredStateTable table = new MeteredStateTable();
        private int users;
        private long countedBytes;
    }

    /** Does work on the state of a session, alone. What the work returns is returned; what it throws is thrown. */
    public <T> T with(String sessionKey, Function<StateTable, T> work) {
        Session session = acquire(sessionKey);
        try {
            session.lock.lock();
            try {
                return work.apply(session.table);
            } finally {
                session.lock.unlock();
            }
        } finally {
            release(session);
        }
    }

    /** Sessions kept now. */
    public int count() {
        guard.lock();
        try {
            return sessions.size();
        } finally {
            guard.unlock();
        }
    }

    /** Estimated memory of all states, in bytes. */
    public long bytes() {
        guard.lock();
        try {
            return bytes;
        } finally {
            guard.unlock();
        }
    }

    private Session acquire(String sessionKey) {
        guard.lock();
        try {
            Session session = sessions.computeIfAbsent(sessionKey, key -> new Session());
            session.users++;
            return session;
        } finally {
            guard.unlock();
        }
    }

    private void release(Session session) {
        guard.lock();
        try {
            session.users--;
            if (session.users == 0) {
                // Nobody holds the table now, so its size may be read; the guard makes it visible here.
                long now = SESSION_BYTES + session.table.bytes();
                bytes += now - session.countedBytes;
                session.countedBytes = now;
                evict();
            }
        } finally {
            guard.unlock();
        }
    }

    /** A session in use is never dropped: two threads would see two states of it. */
    private void evict() {
        Iterator<Session> eldestFirst = sessions.values().iterator();
        while ((sessions.size() > sessionsMax || bytes > bytesMax) && eldestFirst.hasNext()) {
            Session session = eldestFirst.next();
            if (session.users == 0) {
                eldestFirst.remove();
                bytes -= session.countedBytes;
                evicted.increment();
            }
        }
    }
}
