package io.weir.edge.enforce;

import io.weir.edge.call.CallBody;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.error.ErrorCode;

/** From a scan's outcome to what is done with the call. Holds no judgement of its own. */
public final class Enforcer {

    private final Mode mode;
    private final FailMode failMode;

    /** An enforcer for an edge that is set like this. */
    public Enforcer(Mode mode, FailMode failMode) {
        this.mode = mode;
        this.failMode = failMode;
    }

    /** What is done with a call. */
    public Enforcement enforce(ScanOutcome outcome, CallBody body) {
        if (mode == Mode.MONITOR) {
            return new Enforcement.Forward();
        }
        if (outcome instanceof ScanOutcome.Scanned scanned) {
            return enforce(scanned.answer(), body);
        }
        ScanOutcome.Unscanned unscanned = (ScanOutcome.Unscanned) outcome;
        return failMode == FailMode.OPEN && unscanned.mayFailOpen()
                ? new Enforcement.Forward()
                : new Enforcement.FailClosed(
                        unscanned.code(), unscanned.detail() + " The gateway fails closed; nothing was forwarded.");
    }

    private static Enforcement enforce(ScanAnswer answer, CallBody body) {
        return switch (answer.decision()) {
            case ALLOW -> new Enforcement.Forward();
            case SANITIZE -> redact(answer, body);
            case REQUIRE_APPROVAL ->
                new Enforcement.Hold(
                        ErrorCode.APPROVAL_REQUIRED,
                        "The call waits for a person's approval; nothing was forwarded.",
                        answer);
            case DENY -> denied("The call was denied; nothing was forwarded.", answer);
        };
    }

    private static Enforcement redact(ScanAnswer answer, CallBody body) {
        return body.redacted(answer.sanitizedBody())
                .<Enforcement>map(bytes -> new Enforcement.ForwardRedacted(new RedactedBody(bytes)))
                .orElseGet(() -> denied(
                        "The call may only go out redacted, and what must go is not in a body that can be redacted;"
                                + " nothing was forwarded.",
                        answer));
    }

    private static Enforcement denied(String detail, ScanAnswer answer) {
        return new Enforcement.Hold(ErrorCode.CALL_DENIED, detail, answer);
    }
}
