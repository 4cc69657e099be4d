package io.weir.scanapi.console;

import io.weir.engine.approval.Approval;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.ApprovalState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** Calls in words that people read. */
final class CallTexts {

    private CallTexts() {}

    /** What is called. */
    static String call(ToolCall call) {
        return call.operation().equals(call.tool()) ? call.tool() : call.tool() + ", " + call.operation();
    }

    /** Where it can carry data to. */
    static String destinations(ToolCall call) {
        return call.destinations().stream()
                .map(destination -> destination.label() + " (" + Frame.word(destination.audience()) + ")")
                .collect(Collectors.joining(", "));
    }

    /** What has become of it, or how long it waits. */
    static String outcome(Approval approval, long timeMillis) {
        ApprovalState state = approval.stateAt(timeMillis);
        return switch (state) {
            case PENDING -> left(approval, timeMillis) + agreed(approval);
            case APPROVED ->
                approval.usesLeft() > 0 && approval.untilMillis() > timeMillis
                        ? left(approval, timeMillis) + ", " + approval.usesLeft() + " left" + agreed(approval)
                        : "approved" + agreed(approval);
            case DENIED, EXPIRED -> Frame.word(state);
        };
    }

    /** A point in time, to the second. */
    static String time(long millis) {
        return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String left(Approval approval, long timeMillis) {
        Duration left = Duration.ofMillis(Math.max(0, approval.untilMillis() - timeMillis));
        return left.toMinutes() > 0 ? left.toMinutes() + " min" : left.toSeconds() + " s";
    }

    private static String agreed(Approval approval) {
        return approval.agreed().isEmpty() ? "" : ", by " + String.join(", ", approval.agreed());
    }
}
