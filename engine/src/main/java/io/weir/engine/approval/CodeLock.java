package io.weir.engine.approval;

import io.weir.schemas.event.ApprovalCode;
import io.weir.schemas.event.ApprovalEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The one-time code of a held call. There is one at a time, and all codes of a call share their wrong tries.
 *
 * @param digest keyed hash of the code and the call
 * @param untilMillis until when it is taken, epoch milliseconds
 * @param failed wrong tries so far
 * @param terms how it may be used
 */
public record CodeLock(String digest, long untilMillis, int failed, ApprovalCode.Terms terms) {

    /** The code after one was sent; null if none may be sent: the one before is still good, or the call is locked. */
    static @Nullable CodeLock after(@Nullable CodeLock before, ApprovalEvent sent) {
        ApprovalCode code = sent.code();
        Long until = sent.untilMillis();
        if (code == null || code.terms() == null || until == null) {
            return null;
        }
        if (before == null) {
            return new CodeLock(code.digest(), until, 0, code.terms());
        }
        boolean stands = before.isOpenAt(sent.timeMillis()) || before.isLocked();
        return stands ? null : new CodeLock(code.digest(), until, before.failed(), before.terms());
    }

    /** Whether it is taken at a time. */
    boolean isOpenAt(long timeMillis) {
        return timeMillis <= untilMillis && !isLocked();
    }

    /** Whether there were too many wrong tries. */
    boolean isLocked() {
        return failed >= terms.attemptsMax();
    }

    /** How many wrong tries are left. */
    public int attemptsLeft() {
        return Math.max(0, terms.attemptsMax() - failed);
    }

    /** Whether this is the digest of the code; takes the same time whatever it is. */
    public boolean opensWith(String other) {
        return MessageDigest.isEqual(
                digest.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    /** The same after one more wrong try. */
    CodeLock missed() {
        return new CodeLock(digest, untilMillis, failed + 1, terms);
    }
}
