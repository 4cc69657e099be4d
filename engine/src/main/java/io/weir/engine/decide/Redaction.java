package io.weir.engine.decide;

import io.weir.engine.detect.Detection;
import io.weir.engine.detect.Search;
import io.weir.engine.payload.Payload;
import io.weir.engine.payload.PayloadReader;
import io.weir.engine.redact.Redactors;
import io.weir.engine.redact.Sanitizer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes redacted copies of bodies, in the style and with the tokens of a tenant.
 *
 * @param reader that has read the payloads
 * @param redactors by tenant
 */
record Redaction(PayloadReader reader, Redactors redactors) {

    /**
     * A copy of a body without what was detected in it.
     *
     * @param payload what was read of the body
     * @param spared addresses that stay as they are
     */
    @Nullable
    Object sanitize(
            String tenant,
            Search search,
            @Nullable Object body,
            Payload payload,
            List<Detection> detections,
            Set<String> spared) {
        return new Sanitizer(reader, search, redactors.of(tenant)).sanitize(body, payload, detections, spared);
    }
}
