package io.weir.scanapi;

import io.weir.scanapi.approval.ApprovalConfig;
import io.weir.scanapi.approval.ApprovalDesk;
import io.weir.scanapi.approval.ApprovalLog;
import io.weir.scanapi.approval.CodeDesk;
import java.util.concurrent.ExecutorService;

/**
 * What becomes of held calls, wired.
 *
 * @param log what all nodes agree on
 * @param desk holds calls and takes what people decide
 * @param codes sends and takes one-time codes
 * @param work carries codes to people
 */
record HeldCalls(ApprovalLog log, ApprovalDesk desk, CodeDesk codes, ExecutorService work) {

    /** Opens the log of approvals, and what works with it. */
    static HeldCalls open(ApprovalConfig config, long waitMillisMax, ScanApiParts parts) {
        ApprovalLog log = new ApprovalLog(
                config.approvalsMax(),
                parts.logs(),
                waitMillisMax,
                parts.cases().notifier(),
                parts.metrics().registry());
        ExecutorService work = Workers.codes();
        return new HeldCalls(
                log,
                new ApprovalDesk(config.windows(), parts.digests(), log, parts.time(), parts.ids()),
                new CodeDesk(
                        log,
                        parts.digests(),
                        config.codes(),
                        config.codes().delivery(parts.cases().notifier(), parts.time()),
                        work,
                        parts.time(),
                        parts.ids(),
                        parts.metrics().registry()),
                work);
    }
}
