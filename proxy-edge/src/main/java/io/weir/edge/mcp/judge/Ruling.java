package io.weir.edge.mcp.judge;

import io.weir.schemas.api.ScanAnswer;
import org.jspecify.annotations.Nullable;

/** What is done with an outgoing message. */
public sealed interface Ruling {

    /** It goes on as it is. */
    record Pass(CallTrace trace) implements Ruling {}

    /**
     * It goes on with another body.
     *
     * @param body the redacted one
     */
    record PassRedacted(CallTrace trace, @Nullable Object body) implements Ruling {}

    /** It waits for a person. */
    record Wait(CallTrace trace, ScanAnswer answer) implements Ruling {}

    /** It does not go on. */
    record Stop(Refusal refusal) implements Ruling {}
}
