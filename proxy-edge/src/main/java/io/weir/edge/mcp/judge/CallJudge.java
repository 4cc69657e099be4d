package io.weir.edge.mcp.judge;

import io.weir.client.ScanFailure;
import io.weir.client.ScanRefused;
import io.weir.schemas.api.ApprovalStatusAnswer;
import io.weir.schemas.api.ConfirmRequest;
import io.weir.schemas.api.Problem;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.ApprovalState;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has outgoing messages decided on. Holds no judgement of its own. Safe to share between threads. */
public final class CallJudge {

    private static final Logger LOG = LoggerFactory.getLogger(CallJudge.class);
    private static final Set<Integer> KEY_REFUSED = Set.of(401, 403);

    private final ScanPort scan;
    private final JudgeRules rules;
    private final McpMeters meters;

    /** A judge that asks this scan API. */
    public CallJudge(ScanPort scan, JudgeRules rules, McpMeters meters) {
        this.scan = scan;
        this.rules = rules;
        this.meters = meters;
    }

    /** What is done with a message. */
    public Ruling judge(Outgoing call) throws InterruptedException {
        try {
            ScanAnswer answer = scan.scan(call.request(), call.agent().callerHeaders());
            meters.decided(answer.decision().name());
            LOG.info("event=mcp_call decision={} trace_id={}", answer.decision(), answer.traceId());
            return ruling(call, answer);
        } catch (ScanRefused e) {
            return refused(call, e.problem());
        } catch (ScanFailure e) {
            LOG.warn("event=scan_unavailable stage=call detail=\"{}\"", e.detail());
            return unscanned(call, ErrorCode.SCAN_UNAVAILABLE, "The scan API gave no decision.", true);
        }
    }

    private Ruling ruling(Outgoing call, ScanAnswer answer) {
        CallTrace trace = new CallTrace(answer.traceId(), answer.sessionId(), call.agent());
        if (rules.monitor()) {
            return new Ruling.Pass(trace);
        }
        return switch (answer.decision()) {
            case ALLOW -> new Ruling.Pass(trace);
            case SANITIZE -> redacted(call, trace, answer);
            case REQUIRE_APPROVAL -> new Ruling.Wait(trace, answer);
            case DENY -> new Ruling.Stop(Refusal.denied(answer, "The call was denied; nothing was sent."));
        };
    }

    private static Ruling redacted(Outgoing call, CallTrace trace, ScanAnswer answer) {
        Object body = answer.sanitizedBody();
        if (body == null || Objects.equals(body, call.body())) {
            return new Ruling.Stop(Refusal.denied(
                    answer,
                    "The call may only go out redacted, and what must go is in no argument; nothing was sent."));
        }
        return new Ruling.PassRedacted(trace, body);
    }

    private Ruling refused(Outgoing call, Problem problem) {
        LOG.warn("event=scan_refused stage=call code={}", problem.code());
        if (KEY_REFUSED.contains(problem.status())) {
            return unscanned(call, ErrorCode.SCAN_UNAVAILABLE, "The scan API does not accept this edge's key.", true);
        }
        ErrorCode code = Arrays.stream(ErrorCode.values())
                .filter(known -> known.name().equals(problem.code()))
                .findFirst()
                .orElse(ErrorCode.SCAN_UNAVAILABLE);
        // Open for want of a scan API, never because of the call's own making.
        return unscanned(call, code, "The scan API cannot scan this call: " + problem.detail(), false);
    }

    private Ruling unscanned(Outgoing call, ErrorCode code, String why, boolean forWantOfScanApi) {
        meters.decided("UNSCANNED");
        meters.scanFailed("call");
        if (rules.monitor() || (rules.failOpen() && forWantOfScanApi)) {
            return new Ruling.Pass(CallTrace.unscanned(call.agent()));
        }
        return new Ruling.Stop(Refusal.unscanned(code, "The call was not scanned, so it was not sent.", why));
    }

    /** What has become of a held call; pending where the scan API cannot tell. */
    public ApprovalStatusAnswer approval(String approvalId) throws InterruptedException {
        try {
            return scan.approval(approvalId);
        } catch (ScanFailure e) {
            LOG.warn("event=scan_unavailable stage=approval detail=\"{}\"", e.detail());
            return new ApprovalStatusAnswer(approvalId, ApprovalState.PENDING, 0, null);
        }
    }

    /** Passes on a one-time code for one of these held calls. */
    public CodeRuling confirm(String code, List<String> approvalIds) throws InterruptedException {
        try {
            ApprovalStatusAnswer taken = scan.confirm(new ConfirmRequest(code, approvalIds));
            return new CodeRuling.Taken(taken.approvalId(), taken.status() == ApprovalState.APPROVED);
        } catch (ScanRefused e) {
            LOG.info("event=mcp_code_refused code={}", e.problem().code());
            return new CodeRuling.Refused(
                    e.problem().title() + ". " + e.problem().fix());
        } catch (ScanFailure e) {
            LOG.warn("event=scan_unavailable stage=confirm detail=\"{}\"", e.detail());
            return new CodeRuling.Refused("The code could not be passed on. Try again later.");
        }
    }
}
