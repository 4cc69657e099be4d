package io.weir.engine.link;

import io.weir.engine.state.StateTable;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Removes all that is kept of sessions that have ended: those that had no event for the retention, in event time. Each
 * event of any session pays for the removal of a bounded number of entries, so that state does not grow with the number
 * of sessions that there ever were, and no event waits for others.
 *
 * <p>A session has one entry with the hour of its last event, and one that finds it by that hour. An event that comes
 * so late that the retention has passed between finds nothing, even where nobody has come to remove it yet.
 */
public final class SessionExpiry {

    /** How long a session is remembered after its last event, unless told otherwise: as long as calls are kept. */
    public static final long RETENTION_MILLIS = TimeUnit.DAYS.toMillis(7);

    private static final long HOUR_MILLIS = TimeUnit.HOURS.toMillis(1);
    private static final int ENTRIES_PER_EVENT_MAX = 256;
    private static final int SESSIONS_PER_EVENT_MAX = 4;
    private static final String DUE = "\u0000due\u0000";
    private static final int HOUR_DIGITS = 10;
    private static final byte[] NOTHING = {0};

    private final long retentionHours;
    private final LossListener losses;

    /** An expiry after this retention, which is rounded up to hours. */
    public SessionExpiry(long retentionMillis, LossListener losses) {
        this.retentionHours = (retentionMillis + HOUR_MILLIS - 1) / HOUR_MILLIS;
        this.losses = losses;
    }

    /** The hour in which the first of the sessions falls due; it may be earlier than it need be, never later. */
    private static final class Earliest {
        private long hour;

        private Earliest(long hour) {
            this.hour = hour;
        }
    }

    /** Takes note of an event, before any rule looks at it. */
    public void note(StateTable state, String sessionKey, long timeMillis) {
        long hour = Math.floorDiv(Math.max(0, timeMillis), HOUR_MILLIS);
        Earliest earliest = state.derived(DUE, Earliest.class, () -> new Earliest(firstHour(state)));
        removeDue(state, hour, earliest);
        byte[] stored = state.get(lastKey(sessionKey));
        long last = stored == null ? -1 : ByteBuffer.wrap(stored).getLong();
        if (stored != null && hour - last > retentionHours) {
            remove(state, sessionKey, Integer.MAX_VALUE);
            state.delete(dueKey(last, sessionKey));
        }
        if (hour > last) {
            if (stored != null) {
                state.delete(dueKey(last, sessionKey));
            }
            state.put(
                    lastKey(sessionKey),
                    ByteBuffer.allocate(Long.BYTES).putLong(hour).array());
            state.put(dueKey(hour, sessionKey), NOTHING);
            earliest.hour = Math.min(earliest.hour, hour);
        }
    }

    private void removeDue(StateTable state, long hour, Earliest earliest) {
        if (hour - earliest.hour <= retentionHours) {
            return;
        }
        int left = ENTRIES_PER_EVENT_MAX;
        for (String due : state.keys(DUE, SESSIONS_PER_EVENT_MAX)) {
            earliest.hour = hourOf(due);
            if (hour - earliest.hour <= retentionHours) {
                return;
            }
            left -= remove(state, due.substring(DUE.length() + HOUR_DIGITS), left);
            if (left <= 0) {
                return;
            }
            state.delete(due);
        }
        earliest.hour = firstHour(state);
    }

    /** Removes entries of a session, and gives their number; the session is gone if it is less than the limit. */
    private int remove(StateTable state, String sessionKey, int max) {
        List<String> keys = state.keys(sessionKey + "\u0000", max);
        boolean whole = keys.size() < max;
        state.dropDerived(SessionMemory.prefix(sessionKey));
        // While anything is left of the session, so is the hour that tells that it has ended.
        keys.stream().filter(key -> whole || !tellsTheEnd(key, sessionKey)).forEach(state::delete);
        if (whole) {
            state.delete(PastWrites.markKey(sessionKey));
        }
        losses.lost(Loss.ENDED_SESSIONS, whole ? 1 : 0);
        return keys.size();
    }

    private static boolean tellsTheEnd(String key, String sessionKey) {
        return key.equals(lastKey(sessionKey)) || key.equals(SessionCard.cardKey(sessionKey));
    }

    private static long firstHour(StateTable state) {
        List<String> first = state.keys(DUE, 1);
        return first.isEmpty() ? Long.MAX_VALUE : hourOf(first.get(0));
    }

    private static long hourOf(String due) {
        return Long.parseLong(due.substring(DUE.length(), DUE.length() + HOUR_DIGITS));
    }

    private static String dueKey(long hour, String sessionKey) {
        return DUE + String.format(Locale.ROOT, "%0" + HOUR_DIGITS + "d", hour) + sessionKey;
    }

    private static String lastKey(String sessionKey) {
        return sessionKey + SessionCard.LAST;
    }
}
