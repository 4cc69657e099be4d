package io.weir.engine.decide;

import io.weir.engine.destination.CallReading;
import io.weir.engine.detect.Detections;
import io.weir.engine.link.Write;
import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.Payload;
import io.weir.engine.policy.Content;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.Finding;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.event.UserRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call and all that stands in it, before anybody asks what that means.
 *
 * @param input the call as it came
 * @param payload its leaves
 * @param searched what was detected in them
 * @param reading what is called, and where it goes
 * @param fingerprint what can be compared with reads
 * @param findings what was detected, as records keep it
 * @param request what the user asked for; null if the caller did not say
 */
record SearchedCall(
        CallInput input,
        Payload payload,
        Detections searched,
        CallReading reading,
        Fingerprint fingerprint,
        List<Finding> findings,
        @Nullable UserRequest request) {

    ToolCall call() {
        return reading.call();
    }

    /** The leaves that say where the call goes. */
    Set<String> destinationAddresses() {
        return reading.roles().destinationAddresses();
    }

    Content content() {
        return new Content(input, payload);
    }

    /** The call as the linker sees it. */
    Write write(Occasion occasion) {
        return Write.of(occasion.principal().sessionKey(), occasion.traceId(), call(), fingerprint, request);
    }

    /** The record of the call and of what was decided. */
    ToolCallScanned event(Occasion occasion, List<String> gaps, DecisionRecord outcome) {
        return new ToolCallScanned(
                occasion.eventId(),
                occasion.traceId(),
                occasion.parentTraceId(),
                occasion.traceparent(),
                occasion.timeMillis(),
                occasion.principal(),
                call(),
                findings,
                fingerprint,
                request,
                gaps,
                outcome);
    }
}
