package io.weir.engine.decide;

import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.ReasonCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A judged response. The decision follows from the event, so it is no part of it.
 *
 * @param event the record of it, to be published
 * @param decision whether the agent should get it
 * @param reasonCodes why
 * @param sanitizedBody the redacted body, for SANITIZE; null otherwise
 */
public record JudgedResponse(
        ResponseObserved event,
        Decision decision,
        List<ReasonCode> reasonCodes,
        @Nullable Object sanitizedBody) {

    /** Copies the list. */
    public JudgedResponse {
        reasonCodes = List.copyOf(reasonCodes);
    }
}
