package io.weir.engine.link;

import io.weir.engine.state.StateTable;
import io.weir.schemas.word.DataClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds up, per read, what the calls of a session take out of it bit by bit, whatever the destinations: a drip. One entry
 * per read that anything was taken out of, so it is bounded by the number of reads.
 */
final class CoverageLedger {

    private static final int CALLS_MIN = 2;
    private static final int SECRET_UNITS_MIN = 20;
    private static final int SECRET_GAP_UNITS = 8;
    private static final int TEXT_UNITS_MIN = 64;
    private static final int TEXT_GAP_UNITS = 24;

    private final StateTable state;
    private final String prefix;
    private final String traceId;

    /** A ledger that takes note of this call. */
    CoverageLedger(StateTable state, Write write) {
        this.state = state;
        this.prefix = write.sessionKey() + "\u0000drip\u0000";
        this.traceId = write.traceId();
    }

    /** Adds the call. Gives, by the read's position, what has gone out where that is now twice what was reported before. */
    Map<Integer, Coverage> add(Map<Integer, List<Hit>> hits, SessionIndex index) {
        Map<Integer, Coverage> due = new LinkedHashMap<>();
        hits.forEach((position, shared) -> {
            Coverage coverage = add(index.reads().get(position), shared);
            if (coverage != null) {
                due.put(position, coverage);
            }
        });
        return due;
    }

    private @Nullable Coverage add(SessionRead read, List<Hit> shared) {
        String key = prefix + read.eventId();
        byte[] stored = state.get(key);
        Coverage before = stored == null ? Coverage.NONE : Coverage.decode(stored);
        Coverage after = before.plus(texts(shared));
        int covered = row(read, after).covered();
        boolean enough = after.calls() >= CALLS_MIN && covered >= unitsMin(read);
        // The very call that it was reported with reports it again, should it come again.
        boolean due = enough
                && (covered >= 2 * before.reported() || before.reportedBy().equals(traceId));
        Coverage kept = due ? after.reportedAt(covered, traceId) : after;
        if (!kept.equals(before)) {
            state.put(key, kept.encode());
        }
        return due ? kept : null;
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
