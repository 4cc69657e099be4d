package io.weir.edge.enforce;

import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.error.ErrorCode;

/** What came of asking for a decision. */
public sealed interface ScanOutcome {

    /** Stands in place of a decision where there is none. */
    String UNSCANNED = "UNSCANNED";

    /** Id under which the call's response is reported. */
    String traceId();

    /** What was decided, or that nothing was. */
    String decisionWord();

    /**
     * There is a decision.
     *
     * @param answer the scan API's
     */
    record Scanned(ScanAnswer answer) implements ScanOutcome {

        @Override
        public String traceId() {
            return answer.traceId();
        }

        @Override
        public String decisionWord() {
            return answer.decision().name();
        }
    }

    /**
     * There is none.
     *
     * @param traceId made up by the gateway
     * @param code why, in the catalogue's word
     * @param detail why, for the caller
     * @param mayFailOpen whether it is for want of a scan API, and not because of the call itself; a call must not be
     *     able to get around the scan by its own making
     */
    record Unscanned(String traceId, ErrorCode code, String detail, boolean mayFailOpen) implements ScanOutcome {

        @Override
        public String decisionWord() {
            return UNSCANNED;
        }
    }
}
