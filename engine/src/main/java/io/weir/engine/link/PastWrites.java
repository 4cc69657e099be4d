package io.weir.engine.link;

import io.weir.engine.state.StateTable;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.Tier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The calls of sessions that have gone outside, in a state table: of each session the last 64, each of at most 128 KB,
 * as long as the session is remembered. One more takes the place of the oldest.
 */
final class PastWrites {

    static final int WRITES_MAX = 64;
    static final int WRITE_BYTES_MAX = 128 * 1024;

    private static final String MARKS = "\u0000past-of\u0000";
    private static final byte[] NOTHING = {0};

    private final StateTable state;
    private final Form<ToolCallScanned> form;

    PastWrites(StateTable state, Form<ToolCallScanned> form) {
        this.state = state;
        this.form = form;
    }

    /** What happened to a call that was to be kept. */
    enum Kept {
        /** It is not to be kept: nobody outside has seen it, or there is nothing in it. */
        NOT_NEEDED,
        /** It is kept. */
        KEPT,
        /** It is kept in place of an older one. */
        IN_PLACE_OF_ANOTHER,
        /** It is too large. */
        TOO_LARGE;

        /** Whether a call can no longer be judged again. */
        boolean isLoss() {
            return this == IN_PLACE_OF_ANOTHER || this == TOO_LARGE;
        }
    }

    /** Keeps a call that somebody outside has seen; one that is kept already stays as it is. */
    Kept keep(ToolCallScanned call, @Nullable RecordPlace place, Tier told, @Nullable EventBytes received) {
        if (!isNeeded(call)) {
            return Kept.NOT_NEEDED;
        }
        String session = call.principal().sessionKey();
        Ring ring = ring(session);
        if (ring.lastTraceId().equals(call.traceId())) {
            return Kept.NOT_NEEDED;
        }
        byte[] stored = stored(PastWrite.of(call, place, told), received);
        if (stored.length > WRITE_BYTES_MAX) {
            return Kept.TOO_LARGE;
        }
        int slot = ring.next() % WRITES_MAX;
        state.put(writeKey(session, slot), stored);
        state.put(ringKey(session), ring.after(call).encode());
        if (ring.next() == 0) {
            state.put(markKey(session), NOTHING);
        }
        return ring.next() < WRITES_MAX ? Kept.KEPT : Kept.IN_PLACE_OF_ANOTHER;
    }

    /** Whether somebody outside has seen a call, and there is something in it. */
    static boolean isNeeded(ToolCallScanned call) {
        boolean content = !call.fingerprint().prints().isEmpty()
                || !call.fingerprint().values().isEmpty();
        return content
                && call.outcome().decision() != Decision.DENY
                && call.call().audience() != Audience.INTERNAL
                && Write.carriesOut(call.call());
    }

    private byte[] stored(PastWrite write, @Nullable EventBytes received) {
        byte[] asReceived = received == null ? null : write.encode(received);
        return asReceived == null || asReceived.length > WRITE_BYTES_MAX ? write.encode(form) : asReceived;
    }

    /** Whether a session has sent something outside at or after an event time. One small lookup. */
    boolean anySince(String session, long timeMillis) {
        return ring(session).latestMillis() >= timeMillis;
    }

    /** Looks at each kept call of a session, and keeps what becomes of it. */
    void revisit(String session, UnaryOperator<PastWrite> visit) {
        Map<String, byte[]> stored = new LinkedHashMap<>();
        state.scan(writePrefix(session), stored::put);
        stored.forEach((key, bytes) -> revisit(key, PastWrite.decode(bytes, form), visit));
    }

    /** Looks at one call of a session, if it is kept, and keeps what becomes of it. It is mostly one of the latest. */
    void revisit(String session, String traceId, UnaryOperator<PastWrite> visit) {
        int next = ring(session).next();
        for (int number = next - 1; number >= Math.max(0, next - WRITES_MAX); number--) {
            String key = writeKey(session, number % WRITES_MAX);
            byte[] stored = state.get(key);
            PastWrite write = stored == null ? null : PastWrite.decode(stored, form);
            if (write != null && write.call().traceId().equals(traceId)) {
                revisit(key, write, visit);
                return;
            }
        }
    }

    private void revisit(String key, PastWrite before, UnaryOperator<PastWrite> visit) {
        PastWrite after = visit.apply(before);
        if (!after.equals(before)) {
            state.put(key, after.encode(form));
        }
    }

    /** The sessions of a tenant that have sent something outside; of a tenant whose name begins alike, too. */
    List<String> sessions(String tenant) {
        List<String> sessions = new ArrayList<>();
        state.scan(MARKS + tenant + "|", (key, value) -> sessions.add(key.substring(MARKS.length())));
        return sessions;
    }

    /** The entry by which a session is found: it goes with the session. */
    static String markKey(String session) {
        return MARKS + session;
    }

    /** Which slot is next, the time of the latest call and the call kept last. */
    private record Ring(int next, long latestMillis, String lastTraceId) {

        static final Ring EMPTY = new Ring(0, Long.MIN_VALUE, "");

        Ring after(ToolCallScanned call) {
            return new Ring(next + 1, Math.max(latestMillis, call.timeMillis()), call.traceId());
        }

        byte[] encode() {
            byte[] id = lastTraceId.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(Integer.BYTES + Long.BYTES + id.length)
                    .putInt(next)
                    .putLong(latestMillis)
                    .put(id)
                    .array();
        }

        static Ring decode(byte @Nullable [] stored) {
            if (stored == null) {
                return EMPTY;
            }
            ByteBuffer bytes = ByteBuffer.wrap(stored);
            int next = bytes.getInt();
            long latestMillis = bytes.getLong();
            byte[] id = new byte[bytes.remaining()];
            bytes.get(id);
            return new Ring(next, latestMillis, new String(id, StandardCharsets.UTF_8));
        }
    }

    private Ring ring(String session) {
        return Ring.decode(state.get(ringKey(session)));
    }

    private static String ringKey(String session) {
        return session + SessionCard.PAST_RING;
    }

    private static String writePrefix(String session) {
        return session + "\u0000past\u0000";
    }

    private static String writeKey(String session, int slot) {
        return writePrefix(session) + (char) ('0' + slot);
    }
}
