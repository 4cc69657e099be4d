package io.weir.engine.approval;

import io.weir.schemas.event.ApprovalCode;
import io.weir.schemas.event.ApprovalEvent;
import io.weir.schemas.word.ApprovalState;
import io.weir.schemas.word.ApprovalStep;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the one-time codes of one credential over all its held calls: without it, each slightly different call would
 * bring new tries, and another message to people. Not safe to share between threads; the ledger's lock guards it.
 */
final class CodeGuard {

    private static final long WINDOW_MILLIS = 3_600_000;
    private static final int CREDENTIALS_SWEPT_FROM = 10_000;

    private final Map<String, Deque<Long>> failures = new HashMap<>();
    private final Map<String, Deque<Long>> sent = new HashMap<>();

    /** Whether a step may be taken, as far as other calls of the same credential are concerned. */
    boolean admits(ApprovalEvent event, Approval approval) {
        ApprovalCode.Terms terms = terms(event, approval);
        if (terms == null) {
            return true;
        }
        return recent(failures, event) < terms.failuresPerHour()
                && (event.step() == ApprovalStep.CODE_TRIED || recent(sent, event) < terms.sentPerHour());
    }

    /** Takes note of a step that changed something. */
    void note(ApprovalEvent event, Approval before, Approval after) {
        if (event.step() == ApprovalStep.CODE_SENT) {
            count(sent, event);
        } else if (event.step() == ApprovalStep.CODE_TRIED
                && after.state() == ApprovalState.PENDING
                && after.agreed().equals(before.agreed())) {
            count(failures, event);
        }
    }

    private static ApprovalCode.@Nullable Terms terms(ApprovalEvent event, Approval approval) {
        ApprovalCode code = event.code();
        if (code == null) {
            return null;
        }
        CodeLock lock = approval.code();
        return event.step() == ApprovalStep.CODE_TRIED && lock != null ? lock.terms() : code.terms();
    }

    private static int recent(Map<String, Deque<Long>> times, ApprovalEvent event) {
        Deque<Long> own = times.get(key(event));
        if (own == null) {
            return 0;
        }
        forgetOld(own, event.timeMillis());
        return own.size();
    }

    private static void count(Map<String, Deque<Long>> times, ApprovalEvent event) {
        if (times.size() >= CREDENTIALS_SWEPT_FROM) {
            times.values().forEach(own -> forgetOld(own, event.timeMillis()));
            times.values().removeIf(Deque::isEmpty);
        }
        times.computeIfAbsent(key(event), credential -> new ArrayDeque<>()).addLast(event.timeMillis());
    }

    private static void forgetOld(Deque<Long> times, long timeMillis) {
        while (!times.isEmpty() && times.getFirst() <= timeMillis - WINDOW_MILLIS) {
            times.removeFirst();
        }
    }

    private static String key(ApprovalEvent event) {
        return event.tenant() + "|" + event.credential();
    }
}
