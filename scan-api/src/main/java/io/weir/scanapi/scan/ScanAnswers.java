package io.weir.scanapi.scan;

import io.weir.engine.decide.JudgedCall;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.ToolCallScanned;

/** Turns judged calls into what callers get. */
final class ScanAnswers {

    private ScanAnswers() {}

    /** The answer to a judged call. */
    static ScanAnswer of(JudgedCall judged) {
        ToolCallScanned event = judged.event();
        DecisionRecord outcome = event.outcome();
        return new ScanAnswer(
                outcome.decision(),
                outcome.riskScore(),
                outcome.riskBand(),
                outcome.reasonCodes(),
                event.traceId(),
                event.call().tool(),
                event.call().operation(),
                outcome.dataClasses(),
                outcome.signals(),
                judged.sanitizedBody(),
                outcome.approvalId(),
                null,
                null,
                event.principal().sessionId(),
                outcome.links(),
                event.gaps());
    }
}
