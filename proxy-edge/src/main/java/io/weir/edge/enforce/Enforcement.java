package io.weir.edge.enforce;

import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.error.ErrorCode;

/** What is done with a call. */
public sealed interface Enforcement {

    /** It is forwarded as it came. */
    record Forward() implements Enforcement {}

    /** It is forwarded with another body. */
    record ForwardRedacted(RedactedBody body) implements Enforcement {}

    /**
     * It is held back because of the decision.
     *
     * @param detail for the caller
     */
    record Hold(ErrorCode code, String detail, ScanAnswer answer) implements Enforcement {}

    /**
     * It is held back because there is no decision.
     *
     * @param detail for the caller
     */
    record FailClosed(ErrorCode code, String detail) implements Enforcement {}
}
