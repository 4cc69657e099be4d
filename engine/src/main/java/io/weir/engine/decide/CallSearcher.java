package io.weir.engine.decide;

import io.weir.engine.destination.CallReader;
import io.weir.engine.destination.CallReading;
import io.weir.engine.detect.Detections;
import io.weir.engine.detect.Search;
import io.weir.engine.fingerprint.Fingerprinter;
import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.Payload;
import io.weir.engine.payload.PayloadReader;
import io.weir.schemas.event.UserRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reads calls: what stands in them, what they are, and where they go.
 *
 * @param payloads reads leaves
 * @param calls reads destinations
 */
record CallSearcher(PayloadReader payloads, CallReader calls) {

    SearchedCall search(CallInput input, Search search, Fingerprinter fingerprinter) {
        Payload payload = payloads.read(input);
        Detections searched = search.search(payload);
        CallReading reading = calls.read(input, payload, fingerprinter);
        return new SearchedCall(
                input,
                payload,
                searched,
                reading,
                fingerprinter.ofCall(reading.linkable(payload), searched.found(), reading.roles()),
                Findings.of(payload, searched.found(), fingerprinter),
                request(input.context(), search, fingerprinter));
    }

    private @Nullable UserRequest request(@Nullable String context, Search search, Fingerprinter fingerprinter) {
        if (context == null || context.isBlank()) {
            return null;
        }
        Payload payload = payloads.readText("/context", context);
        return fingerprinter.ofRequest(payload, search.detect(payload));
    }
}
