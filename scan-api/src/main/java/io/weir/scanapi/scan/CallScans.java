package io.weir.scanapi.scan;

import io.weir.engine.decide.CallBounds;
import io.weir.engine.decide.InlineJudge;
import io.weir.engine.decide.JudgedCall;
import io.weir.engine.decide.Occasion;
import io.weir.engine.link.Recall;
import io.weir.engine.opinion.Brief;
import io.weir.engine.opinion.Opinion;
import io.weir.engine.trust.Regard;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.agent.AgentDesk;
import io.weir.scanapi.agent.AgentHomes;
import io.weir.scanapi.approval.ApprovalDesk;
import io.weir.scanapi.approval.CodeDesk;
import io.weir.scanapi.approval.Prior;
import io.weir.scanapi.http.RequestHeaders;
import io.weir.scanapi.incident.CaseWatch;
import io.weir.scanapi.opinion.Adviser;
import io.weir.scanapi.recall.Recollection;
import io.weir.scanapi.request.CallRequest;
import io.weir.scanapi.request.MessageRequest;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.event.PolicyOutcome;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.Decision;
import java.util.List;

/** Scans calls before they run. Safe to share between threads. */
public final class CallScans {

    private final InlineJudge judge;
    private final SessionLane lane;
    private final Recollection recollection;
    private final ApprovalDesk desk;
    private final CodeDesk codes;
    private final CallTable calls;
    private final Occasions occasions;
    private final ScanMeters meters;
    private final AgentHomes homes;
    private final AgentDesk agents;
    private final CaseWatch cases;
    private final Adviser adviser;

    /** Scans with these parts. */
    public CallScans(
            InlineJudge judge,
            SessionLane lane,
            Recollection recollection,
            ApprovalDesk desk,
            CodeDesk codes,
            CallTable calls,
            Occasions occasions,
            ScanMeters meters,
            AgentHomes homes,
            AgentDesk agents,
            CaseWatch cases,
            Adviser adviser) {
        this.judge = judge;
        this.lane = lane;
        this.recollection = recollection;
        this.desk = desk;
        this.codes = codes;
        this.calls = calls;
        this.occasions = occasions;
        this.meters = meters;
        this.homes = homes;
        this.agents = agents;
        this.cases = cases;
        this.adviser = adviser;
    }

    /** Judges a call, waits until the decision is stored, and what it waits for if it is held, and answers with it. */
    public ScanAnswer scan(Caller caller, CallRequest request, RequestHeaders headers) {
        return scan(caller, occasions.principal(caller, request, headers), request, headers);
    }

    /** Judges a message to another agent, as a call of the sender. */
    public ScanAnswer scan(Caller caller, MessageRequest message, RequestHeaders headers) {
        Principal principal = occasions.principal(caller, message.call(), headers);
        homes.requireReach(principal, message.receiver());
        return scan(caller, principal, message.call(), headers);
    }

    private ScanAnswer scan(Caller caller, Principal principal, CallRequest request, RequestHeaders headers) {
        homes.saw(principal);
        String traceparent = occasions.traceparent(headers);
        CallBounds bounds = Binding.bounds(caller);
        Prior prior = desk.prior(principal, request.input());
        Regard regard = agents.regard(principal);
        Recall recall = recollection.of(principal.tenant());
        Opinion opinion = opinion(
                prior,
                request,
                occasions.ofCall(principal, request.parentTraceId(), traceparent, prior, regard),
                recall,
                bounds);
        JudgedCall judged = lane.judge(
                        principal.sessionKey(),
                        state -> judge.judge(
                                state,
                                request.input(),
                                occasions
                                        .ofCall(principal, request.parentTraceId(), traceparent, prior, regard)
                                        .with(opinion),
                                recall,
                                bounds),
                        JudgedCall::event)
                .judged();
        ToolCallScanned event = judged.event();
        if (event.outcome().decision() == Decision.REQUIRE_APPROVAL) {
            hold(caller, event, request, prior);
        }
        calls.remember(event.traceId(), new KnownCall(principal, event.call(), event.traceparent()));
        meters.decided(event.outcome());
        cases.judged(event);
        List<String> violations = bounds.violations(event.call());
        ScanAnswer answer = ScanAnswers.of(judged);
        return violations.isEmpty() ? answer : answer.withViolations(violations);
    }

    private void hold(Caller caller, ToolCallScanned event, CallRequest request, Prior prior) {
        if (prior.approvalId() == null) {
            desk.hold(caller, event, request.input());
        }
        PolicyOutcome policies = event.outcome().policies();
        codes.offer(
                caller,
                String.valueOf(event.outcome().approvalId()),
                policies == null ? null : policies.codeAttempts());
    }

    /** Asked while the session is free, only about what no rule decides, and not where people are asked already. */
    private Opinion opinion(Prior prior, CallRequest request, Occasion occasion, Recall recall, CallBounds bounds) {
        if (!adviser.isOn()) {
            return Opinion.NONE;
        }
        Brief brief = lane.look(
                occasion.principal().sessionKey(),
                state -> judge.brief(state, request.input(), occasion, recall, bounds));
        if (brief == null) {
            return Opinion.NONE;
        }
        return prior.equals(Prior.NONE) ? adviser.ask(brief) : Opinion.escalated("people decide on it");
    }
}
