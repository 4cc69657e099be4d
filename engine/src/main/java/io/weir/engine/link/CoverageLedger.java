package io.weir.engine.link;

import io.weir.engine.state.StateTable;
import io.weir.schemas.word.DataClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds up, per read, what the calls of a session take out of it bit by bit, whatever the destinations: a drip. One
 * entry per read that anything was taken out of, so it is bounded by the number of reads.
 *
 * <p>What counts together lies within seven days of event time, the window ending with the latest call. A call that
 * comes late counts at its own time; one that is older than the whole window is judged with the window that ends with
 * it, of which a day more than the window is kept.
 */
final class CoverageLedger {

    /** How far apart calls may be that count together. */
    static final Duration WINDOW = Duration.ofDays(7);

    /** How much longer parts are kept, for calls that come late. */
    static final Duration KEPT_LONGER = Duration.ofDays(1);

    private static final int CALLS_MIN = 2;
    private static final int SECRET_UNITS_MIN = 20;
    private static final int SECRET_GAP_UNITS = 8;
    private static final int TEXT_UNITS_MIN = 64;
    private static final int TEXT_GAP_UNITS = 24;

    private final StateTable state;
    private final String prefix;
    private final Coverage.Call call;

    /** A ledger that takes note of this call. */
    CoverageLedger(StateTable state, Write write, Coverage.Call call) {
        this.state = state;
        this.prefix = write.sessionKey() + "\u0000drip\u0000";
        this.call = call;
    }

    /**
     * Adds the call. Gives, by the read's position, what has gone out where that is now twice what was reported before.
     */
    Map<Integer, Coverage> add(Map<Integer, List<Hit>> hits, SessionIndex index) {
        Map<Integer, Coverage> due = new LinkedHashMap<>();
        hits.forEach((position, shared) -> {
            Coverage coverage = add(index.read(position), shared);
            if (coverage != null) {
                due.put(position, coverage);
            }
        });
        return due;
    }

    private @Nullable Coverage add(SessionRead read, List<Hit> shared) {
        List<Hit> texts = texts(shared);
        if (texts.isEmpty()) {
            return null;
        }
        String key = prefix + read.eventId();
        byte[] stored = state.get(key);
        Coverage before = stored == null ? Coverage.NONE : Coverage.decode(stored);
        Coverage after = before.plus(call, texts);
        Coverage counted = counted(after);
        int covered = row(read, counted).covered();
        boolean enough = counted.calls().size() >= CALLS_MIN && covered >= unitsMin(read);
        // The very call that it was reported with reports it again, should it come again. What fell out of the window
        // no longer counts, so a drip that begins anew is reported anew.
        boolean due = enough
                && (covered >= 2 * reportedBefore(before, after)
                        || before.reportedBy().equals(call.traceId()));
        Coverage kept = kept(due ? after.reportedAt(covered, call.traceId()) : after);
        if (!kept.equals(before)) {
            state.put(key, kept.encode());
        }
        return due ? counted : null;
    }

    /** What counts together with this call. */
    private Coverage counted(Coverage coverage) {
        long end = windowEnd(coverage);
        return coverage.within(end - WINDOW.toMillis(), end);
    }

    private long windowEnd(Coverage coverage) {
        long latest = coverage.latestMillis();
        return call.timeMillis() < latest - WINDOW.toMillis() ? call.timeMillis() : latest;
    }

    private Coverage kept(Coverage coverage) {
        long latest = coverage.latestMillis();
        return coverage.within(latest - WINDOW.toMillis() - KEPT_LONGER.toMillis(), latest);
    }

    /** Units of the last report, unless all that it was about is out of the window by now. */
    private int reportedBefore(Coverage before, Coverage after) {
        long end = windowEnd(after);
        boolean gone = before.within(end - WINDOW.toMillis(), end).stretches().isEmpty();
        return gone ? 0 : before.reported();
    }

    /** The part of a read that has gone out nearly whole. */
    static Coverage.Row row(SessionRead read, Coverage coverage) {
        return coverage.longestRow(isSecret(read) ? SECRET_GAP_UNITS : TEXT_GAP_UNITS);
    }

    private static int unitsMin(SessionRead read) {
        return isSecret(read) ? SECRET_UNITS_MIN : TEXT_UNITS_MIN;
    }

    private static boolean isSecret(SessionRead read) {
        return read.dataClasses().contains(DataClass.SECRETS);
    }

    private static List<Hit> texts(List<Hit> shared) {
        List<Hit> texts = new ArrayList<>(shared);
        texts.removeIf(hit -> hit.valueKind() != null);
        return texts;
    }
}
