package io.weir.scanapi.approval;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.engine.approval.Approval;
import io.weir.engine.approval.CallDigests;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.code.CodeConfig;
import io.weir.scanapi.code.CodeDelivery;
import io.weir.scanapi.code.CodeMessage;
import io.weir.scanapi.http.Refusal;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.event.ApprovalCode;
import io.weir.schemas.event.ApprovalEvent;
import io.weir.schemas.word.ApprovalStep;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends people one-time codes for held calls, and takes the codes that agents pass on. What is kept of a code is a
 * keyed hash that is good for one held call. Right or wrong is found where the try stands in the shared log, so nodes,
 * restarts and tries at once make no further tries. Safe to share between threads.
 */
public final class CodeDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CodeDesk.class);

    private final ApprovalLog log;
    private final CallDigests digests;
    private final CodeConfig config;
    private final CodeDelivery delivery;
    private final Executor work;
    private final InstantSource time;
    private final Supplier<UUID> ids;
    private final SecureRandom random = new SecureRandom();
    private final Counter delivered;
    private final Counter undelivered;

    /**
     * A desk that sends codes as it is configured.
     *
     * @param delivery the way to people
     * @param work what carries codes there
     * @param ids random UUIDs, version 4
     */
    public CodeDesk(
            ApprovalLog log,
            CallDigests digests,
            CodeConfig config,
            CodeDelivery delivery,
            Executor work,
            InstantSource time,
            Supplier<UUID> ids,
            MeterRegistry meters) {
        this.log = log;
        this.digests = digests;
        this.config = config;
        this.delivery = delivery;
        this.work = work;
        this.time = time;
        this.ids = ids;
        this.delivered = count(meters, "delivered");
        this.undelivered = count(meters, "failed");
    }

    private static Counter count(MeterRegistry meters, String outcome) {
        return Counter.builder("weir.approvals.codes")
                .description("One-time codes that this node has sent to people, by outcome.")
                .tag("outcome", outcome)
                .register(meters);
    }

    /**
     * Sends people a code for a call that has just been held, unless they have one, or no more is due.
     *
     * @param attemptsMax what the policy that holds the call says; null where it says nothing
     */
    public void offer(Caller caller, String approvalId, @Nullable Integer attemptsMax) {
        Optional<Approval> held = config.isOn() ? log.ledger().find(caller.tenant(), approvalId) : Optional.empty();
        if (held.isEmpty()) {
            return;
        }
        Approval approval = held.get();
        String code = newCode();
        long until = time.millis() + config.ttlMillis();
        ApprovalEvent event =
                step(caller, approval, new ApprovalCode(digests.ofCode(approval, code), terms(attemptsMax)), until);
        if (log.ledger().wouldTake(event) && log.take(event)) {
            send(CodeMessage.of(code, approvalId, approval.tenant(), approval.request(), until));
        }
    }

    private ApprovalCode.Terms terms(@Nullable Integer attemptsMax) {
        ApprovalCode.Terms terms = config.terms();
        return attemptsMax == null
                ? terms
                : new ApprovalCode.Terms(attemptsMax, terms.lockMillis(), terms.failuresPerHour(), terms.sentPerHour());
    }

    private String newCode() {
        StringBuilder code = new StringBuilder();
        random.ints(config.digits(), 0, 10).forEach(code::append);
        return code.toString();
    }

    private void send(CodeMessage message) {
        try {
            work.execute(() -> carry(message));
        } catch (RejectedExecutionException e) {
            failed(message, e);
        }
    }

    private void carry(CodeMessage message) {
        try {
            delivery.deliver(message);
            delivered.increment();
            LOG.info("event=code_sent approval_id={}", message.approvalId());
        } catch (IOException | RuntimeException e) {
            failed(message, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(message, e);
        }
    }

    private void failed(CodeMessage message, Exception cause) {
        undelivered.increment();
        // Of other exceptions the message could quote what was written.
        String detail = cause instanceof IOException ? String.valueOf(cause.getMessage()) : "";
        LOG.warn(
                "event=code_undelivered approval_id={} cause={} detail=\"{}\"",
                message.approvalId(),
                cause.getClass().getSimpleName(),
                detail);
    }

    /**
     * Takes a code that an agent passes on.
     *
     * @param approvalIds the held calls that it may be for; a wrong code counts as a try for the first that takes one
     * @return the held call that it was for
     * @throws Refusal {@code CODE_WRONG} or {@code CODE_LOCKED}
     */
    public Approval confirm(Caller caller, List<String> approvalIds, String code) {
        List<Approval> open = approvalIds.stream()
                .distinct()
                .flatMap(approvalId -> log.ledger().find(caller.tenant(), approvalId).stream())
                .filter(approval -> log.ledger().wouldTake(trial(caller, approval, code)))
                .toList();
        if (open.isEmpty()) {
            throw Refusal.of(ErrorCode.CODE_LOCKED, "None of the held calls takes a code now.");
        }
        Optional<Approval> meant = open.stream()
                .filter(approval -> approval.openCodeAt(time.millis())
                        .filter(lock -> lock.opensWith(digests.ofCode(approval, code)))
                        .isPresent())
                .findFirst();
        Approval tried = meant.orElse(open.get(0));
        boolean taken = log.take(trial(caller, tried, code));
        if (meant.isEmpty() || !taken) {
            throw Refusal.of(
                    taken ? ErrorCode.CODE_WRONG : ErrorCode.CODE_LOCKED, "The code was not taken; nothing was sent.");
        }
        return log.ledger().find(caller.tenant(), tried.approvalId()).orElse(tried);
    }

    private ApprovalEvent trial(Caller caller, Approval approval, String code) {
        return step(caller, approval, new ApprovalCode(digests.ofCode(approval, code), null), null);
    }

    private ApprovalEvent step(Caller caller, Approval approval, ApprovalCode code, @Nullable Long untilMillis) {
        return new ApprovalEvent(
                ids.get().toString(),
                approval.approvalId(),
                approval.tenant(),
                code.terms() == null ? ApprovalStep.CODE_TRIED : ApprovalStep.CODE_SENT,
                time.millis(),
                caller.name(),
                caller.root(),
                null,
                null,
                untilMillis,
                code);
    }
}
