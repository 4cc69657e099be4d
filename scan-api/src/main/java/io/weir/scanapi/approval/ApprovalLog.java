package io.weir.scanapi.approval;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.engine.approval.Approval;
import io.weir.engine.approval.ApprovalLedger;
import io.weir.messaging.log.SharedLogs;
import io.weir.platform.health.Health;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.log.StepLog;
import io.weir.scanapi.notice.Notice;
import io.weir.scanapi.notice.NoticeType;
import io.weir.scanapi.notice.Notifier;
import io.weir.schemas.event.ApprovalEvent;
import io.weir.schemas.topic.Topics;
import io.weir.schemas.word.ApprovalState;
import io.weir.schemas.word.ApprovalStep;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The steps of the approvals of all nodes, and what has become of them. Every step counts where it stands in the shared
 * log: of two nodes that use the last use of a grant, or the last try of a code, one gets it. Safe to share between
 * threads.
 */
public final class ApprovalLog implements AutoCloseable {

    private static final long KEPT_MILLIS = 86_400_000;
    private static final Set<ApprovalStep> DECIDING =
            EnumSet.of(ApprovalStep.APPROVED, ApprovalStep.DENIED, ApprovalStep.CODE_TRIED);

    private final ApprovalLedger ledger;
    private final Map<ApprovalStep, Counter> steps = new EnumMap<>(ApprovalStep.class);
    private final Notifier notifier;
    private final StepLog<ApprovalEvent> log;

    /**
     * A log that has been read.
     *
     * @param approvalsMax approvals that are kept in memory
     * @param waitMillisMax how long a step may take to be stored
     * @param notifier is told of what this node holds and decides
     * @throws io.weir.messaging.log.SharedLogUnusable if it cannot be read
     */
    public ApprovalLog(int approvalsMax, SharedLogs logs, long waitMillisMax, Notifier notifier, MeterRegistry meters) {
        this.notifier = notifier;
        this.ledger = new ApprovalLedger(approvalsMax);
        for (ApprovalStep step : ApprovalStep.values()) {
            steps.put(
                    step,
                    Counter.builder("weir.approvals.steps")
                            .description("Steps of approvals of all nodes that changed something, by what happened.")
                            .tag("step", step.name())
                            .register(meters));
        }
        Gauge.builder("weir.approvals.forgotten", ledger, ApprovalLedger::forgotten)
                .description("Approvals that were forgotten to stay within the limit.")
                .register(meters);
        this.log = StepLog.open(
                logs,
                new StepLog.Form<>(Topics.APPROVALS, ApprovalEvent.class, ApprovalEvent::eventId, ApprovalEvent::key),
                this::hear,
                waitMillisMax);
    }

    /** What the steps so far have come to. */
    ApprovalLedger ledger() {
        return ledger;
    }

    /**
     * Takes a step and waits until this node has read it back.
     *
     * @return whether it changed something
     * @throws Refusal {@code EVENTS_UNAVAILABLE} if it could not be stored in time
     */
    boolean take(ApprovalEvent event) {
        boolean effective = log.take(event);
        if (effective && notifier.isOn()) {
            ledger.find(event.tenant(), event.approvalId()).ifPresent(approval -> tell(event, approval));
        }
        return effective;
    }

    private void tell(ApprovalEvent event, Approval approval) {
        boolean held = event.step() == ApprovalStep.REQUESTED;
        boolean decided = DECIDING.contains(event.step()) && approval.state() != ApprovalState.PENDING;
        if (held || decided) {
            notifier.tell(Notice.escalated(
                    held ? NoticeType.APPROVAL_HELD : NoticeType.APPROVAL_DECIDED,
                    event.timeMillis(),
                    event.tenant(),
                    approval.request().escalateTo(),
                    ApprovalAnswers.whole(approval, event.timeMillis())));
        }
    }

    /** Down while what other nodes and people decide does not come in. */
    public Health health() {
        return log.health();
    }

    @Override
    public void close() {
        log.close();
    }

    private boolean hear(ApprovalEvent event) {
        ledger.forgetBefore(event.timeMillis() - KEPT_MILLIS);
        boolean effective = ledger.take(event);
        if (effective) {
            Objects.requireNonNull(steps.get(event.step())).increment();
        }
        return effective;
    }
}
