package io.weir.scanapi.remote;

import io.weir.scanapi.access.Caller;
import io.weir.scanapi.notice.SlackMessage;
import io.weir.scanapi.request.Members;
import io.weir.schemas.word.ApprovalStep;
import org.jspecify.annotations.Nullable;

/**
 * A decision on a held call that another system passes on.
 *
 * @param caller as whom it is taken
 * @param approvalId the held call
 * @param step approved or denied
 * @param note what goes down with it; null for nothing
 */
public record RemoteDecision(
        Caller caller,
        String approvalId,
        ApprovalStep step,
        @Nullable String note) {

    private static final int NOTE_LENGTH_MAX = 1_000;

    /** The two decisions, in the words of the wire. */
    private enum Word {
        APPROVE,
        DENY
    }

    /**
     * The decision in the body of a signed post. Who is said to have decided goes into the note: the signature proves
     * the system, not the person.
     *
     * @throws io.weir.scanapi.http.Refusal {@code REQUEST_INVALID} with every fault
     */
    public static RemoteDecision read(Caller caller, @Nullable Object body) {
        Members members = Members.of(body);
        String approvalId = members.identifier("approval_id");
        Word word = members.word("decision", Word.class, null);
        String person = members.identifier("decided_by");
        String note = members.text("note", NOTE_LENGTH_MAX);
        if (approvalId == null) {
            members.fault("approval_id: missing");
        }
        if (word == null && members.any("decision") == null) {
            members.fault("decision: missing");
        }
        members.check();
        return new RemoteDecision(caller, String.valueOf(approvalId), step(word), note(person, note));
    }

    private static ApprovalStep step(@Nullable Word word) {
        return word == Word.APPROVE ? ApprovalStep.APPROVED : ApprovalStep.DENIED;
    }

    private static @Nullable String note(@Nullable String person, @Nullable String note) {
        if (person == null) {
            return note;
        }
        String said = "decided by " + person + (note == null ? "" : ": " + note);
        return said.substring(0, Math.min(said.length(), NOTE_LENGTH_MAX));
    }

    /** The decision of a button that is called so; null for a button of others. */
    static @Nullable ApprovalStep button(String name) {
        return switch (name) {
            case SlackMessage.APPROVE -> ApprovalStep.APPROVED;
            case SlackMessage.DENY -> ApprovalStep.DENIED;
            default -> null;
        };
    }
}
