package io.weir.engine.approval;

import io.weir.schemas.event.ApprovalCode;
import io.weir.schemas.event.ApprovalEvent;
import io.weir.schemas.event.ApprovalRequest;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.ApprovalStep;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DestinationKind;
import io.weir.schemas.word.ReasonCode;
import io.weir.schemas.word.RiskBand;
import io.weir.schemas.word.Verb;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps of approvals as tests need them. Each has an id of its own. */
final class Steps {

    static final String TENANT = "acme";
    static final String AGENT = "mailer";
    static final String SCANNING_KEY = "0a0a0a0a0a0a";
    static final long WINDOW = 1_000;

    private int count;

    ApprovalEvent requested(String approvalId, String digest, long timeMillis, int peopleNeeded, int usesMax) {
        ToolCall call = new ToolCall(
                "POST",
                "send_email",
                "tools/call",
                Verb.WRITE,
                List.of(new Destination(
                        DestinationKind.EMAIL, "b***@far.test", "0123456789abcdef", Audience.EXTERNAL, "/body/to")),
                10);
        ApprovalRequest request = new ApprovalRequest(
                "production",
                AGENT,
                null,
                "run-1",
                SCANNING_KEY,
                "trace-1",
                digest,
                call,
                0.8,
                RiskBand.CRITICAL,
                List.of(ReasonCode.READ_WRITE_LINK),
                List.of(),
                1,
                timeMillis + WINDOW,
                peopleNeeded,
                WINDOW,
                WINDOW,
                usesMax,
                List.of(),
                List.of());
        return event(approvalId, ApprovalStep.REQUESTED, timeMillis, "key", SCANNING_KEY, request, null);
    }

    ApprovalEvent step(String approvalId, ApprovalStep step, long timeMillis, String author) {
        return event(approvalId, step, timeMillis, author, "token of " + author, null, null);
    }

    ApprovalEvent byTheAgent(String approvalId, ApprovalStep step, long timeMillis) {
        return event(approvalId, step, timeMillis, "key", SCANNING_KEY, null, null);
    }

    /** People got a code with this digest; five seconds' lock, {@code failuresPerHour} and 4 codes an hour. */
    ApprovalEvent codeSent(String approvalId, String digest, long timeMillis, int attemptsMax, int failuresPerHour) {
        ApprovalCode.Terms terms = new ApprovalCode.Terms(attemptsMax, 5_000, failuresPerHour, 4);
        return coded(approvalId, ApprovalStep.CODE_SENT, timeMillis, timeMillis + 500, new ApprovalCode(digest, terms));
    }

    /** The agent passes on a code with this digest. */
    ApprovalEvent codeTried(String approvalId, String digest, long timeMillis) {
        return coded(approvalId, ApprovalStep.CODE_TRIED, timeMillis, null, new ApprovalCode(digest, null));
    }

    private ApprovalEvent coded(
            String approvalId, ApprovalStep step, long timeMillis, @Nullable Long untilMillis, ApprovalCode code) {
        return new ApprovalEvent(
                "event-" + ++count,
                approvalId,
                TENANT,
                step,
                timeMillis,
                "key",
                SCANNING_KEY,
                null,
                null,
                untilMillis,
                code);
    }

    ApprovalEvent deferred(String approvalId, long timeMillis, long untilMillis) {
        return event(approvalId, ApprovalStep.DEFERRED, timeMillis, "ana", "token of ana", null, untilMillis);
    }

    private ApprovalEvent event(
            String approvalId,
            ApprovalStep step,
            long timeMillis,
            String author,
            String credential,
            @Nullable ApprovalRequest request,
            @Nullable Long untilMillis) {
        return new ApprovalEvent(
                "event-" + ++count,
                approvalId,
                TENANT,
                step,
                timeMillis,
                author,
                credential,
                request,
                null,
                untilMillis);
    }
}
