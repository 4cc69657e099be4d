package io.weir.edge.hook;

import io.weir.schemas.api.ScanAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What a host is told.
 *
 * @param verdict what is to be done
 * @param reason why, for people and for the model; holds nothing of the call
 * @param input the redacted arguments, for {@link Verdict#REWRITE} and {@link Verdict#ASK}
 * @param answer the decision; null if there is none
 */
record HookRuling(
        Verdict verdict,
        String reason,
        @Nullable Object input,
        @Nullable ScanAnswer answer) {

    /** What is to be done with a call, or with the agent after one. */
    enum Verdict {
        /** It goes on as it is. */
        PASS,
        /** It goes on with redacted arguments. */
        REWRITE,
        /** It goes on with redacted arguments if the host's user agrees. */
        ASK,
        /** It does not go on. */
        BLOCK
    }

    static HookRuling pass(@Nullable ScanAnswer answer) {
        return new HookRuling(Verdict.PASS, "", null, answer);
    }

    static HookRuling block(String reason, @Nullable ScanAnswer answer) {
        return new HookRuling(Verdict.BLOCK, reason, null, answer);
    }
}
