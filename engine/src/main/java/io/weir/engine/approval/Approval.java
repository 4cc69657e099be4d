package io.weir.engine.approval;

import io.weir.schemas.event.ApprovalCode;
import io.weir.schemas.event.ApprovalEvent;
import io.weir.schemas.event.ApprovalRequest;
import io.weir.schemas.word.ApprovalState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A held call, and what people have decided about it so far. Immutable.
 *
 * @param approvalId UUID
 * @param tenant owner of the data
 * @param requestedMillis when the call was held, epoch milliseconds
 * @param request the call
 * @param state the decision; one that waits may have expired meanwhile, see {@link #stateAt}
 * @param agreed who has agreed, in that order
 * @param decidedMillis when it was decided, epoch milliseconds; 0 while it waits
 * @param untilMillis when it expires; once decided, how long the decision stands
 * @param usesLeft how often the grant can still be used
 * @param notes what people wrote
 * @param code the one-time code that people have got for it; null where they have none
 */
public record Approval(
        String approvalId,
        String tenant,
        long requestedMillis,
        ApprovalRequest request,
        ApprovalState state,
        List<String> agreed,
        long decidedMillis,
        long untilMillis,
        int usesLeft,
        List<ApprovalNote> notes,
        @Nullable CodeLock code) {

    /** How long a call can be held at most, however often it is deferred: a day. */
    public static final long PENDING_MILLIS_MAX = 86_400_000;

    private static final int NOTES_MAX = 50;
    private static final String CODE_AUTHOR = "one-time code";

    /** Copies the lists. */
    public Approval {
        agreed = List.copyOf(agreed);
        notes = List.copyOf(notes);
    }

    /** The approval that a call which was held just now waits for. */
    static Approval requested(ApprovalEvent event, ApprovalRequest request) {
        return new Approval(
                event.approvalId(),
                event.tenant(),
                event.timeMillis(),
                request,
                ApprovalState.PENDING,
                List.of(),
                0,
                Math.min(request.expiresMillis(), event.timeMillis() + PENDING_MILLIS_MAX),
                request.usesMax(),
                List.of(),
                null);
    }

    /** What has become of it at a time. */
    public ApprovalState stateAt(long timeMillis) {
        return state == ApprovalState.PENDING && timeMillis > untilMillis ? ApprovalState.EXPIRED : state;
    }

    /** Whether it still says something about a call that is made at a time. */
    boolean standsAt(long timeMillis) {
        return timeMillis <= untilMillis && (state != ApprovalState.APPROVED || usesLeft > 0);
    }

    /**
     * The approval after a step; the very same where the step changes nothing: it comes too late, or from somebody who
     * may not take it.
     */
    Approval after(ApprovalEvent event) {
        return switch (event.step()) {
            case REQUESTED -> this;
            case APPROVED -> approved(event);
            case DENIED -> denied(event);
            case DEFERRED -> deferred(event);
            case NOTED -> noted(event);
            case USED -> used(event);
            case REVOKED -> revoked(event);
            case CODE_SENT -> codeSent(event);
            case CODE_TRIED -> codeTried(event);
        };
    }

    private boolean canBeDecidedBy(ApprovalEvent event) {
        return stateAt(event.timeMillis()) == ApprovalState.PENDING
                && !event.credential().equals(request.credential());
    }

    private Approval approved(ApprovalEvent event) {
        return canBeDecidedBy(event) ? agreedBy(event.author(), event) : this;
    }

    private Approval agreedBy(String author, ApprovalEvent event) {
        if (agreed.contains(author)) {
            return this;
        }
        List<String> now = new ArrayList<>(agreed);
        now.add(author);
        boolean decided = now.size() >= request.peopleNeeded();
        return new Approval(
                approvalId,
                tenant,
                requestedMillis,
                request,
                decided ? ApprovalState.APPROVED : state,
                now,
                decided ? event.timeMillis() : 0,
                decided ? event.timeMillis() + request.grantMillis() : untilMillis,
                usesLeft,
                withNote(event),
                author.equals(CODE_AUTHOR) ? null : code);
    }

    private Approval denied(ApprovalEvent event) {
        return canBeDecidedBy(event)
                ? decided(ApprovalState.DENIED, event, event.timeMillis() + request.denyMillis())
                : this;
    }

    private Approval decided(ApprovalState decision, ApprovalEvent event, long until) {
        return new Approval(
                approvalId,
                tenant,
                requestedMillis,
                request,
                decision,
                agreed,
                event.timeMillis(),
                until,
                usesLeft,
                withNote(event),
                code);
    }

    private Approval deferred(ApprovalEvent event) {
        Long wanted = event.untilMillis();
        if (!canBeDecidedBy(event) || wanted == null) {
            return this;
        }
        long until = Math.min(wanted, requestedMillis + PENDING_MILLIS_MAX);
        return until <= untilMillis ? this : with(until, usesLeft, withNote(event));
    }

    private Approval codeSent(ApprovalEvent event) {
        CodeLock next = CodeLock.after(code, event);
        return stateAt(event.timeMillis()) != ApprovalState.PENDING || agreed.contains(CODE_AUTHOR) || next == null
                ? this
                : withCode(next, untilMillis);
    }

    /** Whoever names the code has it from a person, so its credential does not count. */
    private Approval codeTried(ApprovalEvent event) {
        ApprovalCode tried = event.code();
        if (tried == null || code == null || openCodeAt(event.timeMillis()).isEmpty()) {
            return this;
        }
        if (code.opensWith(tried.digest())) {
            return agreedBy(CODE_AUTHOR, event);
        }
        CodeLock missed = code.missed();
        // A locked call stays held for the time of the lock, so that trying it again gets no other code.
        long until = missed.isLocked()
                ? Math.max(untilMillis, event.timeMillis() + missed.terms().lockMillis())
                : untilMillis;
        return withCode(missed, Math.min(until, requestedMillis + PENDING_MILLIS_MAX));
    }

    /** The code that would be taken at a time, if there is one. */
    public Optional<CodeLock> openCodeAt(long timeMillis) {
        return Optional.ofNullable(code)
                .filter(lock -> stateAt(timeMillis) == ApprovalState.PENDING && lock.isOpenAt(timeMillis));
    }

    private Approval noted(ApprovalEvent event) {
        return event.note() == null || notes.size() >= NOTES_MAX ? this : with(untilMillis, usesLeft, withNote(event));
    }

    private Approval used(ApprovalEvent event) {
        return state == ApprovalState.APPROVED && standsAt(event.timeMillis())
                ? with(untilMillis, usesLeft - 1, notes)
                : this;
    }

    private Approval revoked(ApprovalEvent event) {
        return state == ApprovalState.APPROVED && usesLeft > 0
                ? with(Math.min(untilMillis, event.timeMillis()), 0, withNote(event))
                : this;
    }

    private Approval with(long until, int uses, List<ApprovalNote> newNotes) {
        return new Approval(
                approvalId,
                tenant,
                requestedMillis,
                request,
                state,
                agreed,
                decidedMillis,
                until,
                uses,
                newNotes,
                code);
    }

    private Approval withCode(CodeLock lock, long until) {
        return new Approval(
                approvalId,
                tenant,
                requestedMillis,
                request,
                state,
                agreed,
                decidedMillis,
                until,
                usesLeft,
                notes,
                lock);
    }

    private List<ApprovalNote> withNote(ApprovalEvent event) {
        String text = event.note();
        if (text == null || notes.size() >= NOTES_MAX) {
            return notes;
        }
        List<ApprovalNote> more = new ArrayList<>(notes);
        more.add(new ApprovalNote(event.timeMillis(), event.author(), text));
        return more;
    }
}
