package io.weir.scanapi;

import io.javalin.http.Context;
import io.weir.engine.approval.Approval;
import io.weir.scanapi.access.Access;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.approval.ApprovalAnswers;
import io.weir.scanapi.approval.ApprovalDesk;
import io.weir.scanapi.approval.CodeDesk;
import io.weir.scanapi.http.Answers;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.http.RequestBody;
import io.weir.scanapi.request.ApprovalStepRequest;
import io.weir.scanapi.request.ApprovalStepRequest.Need;
import io.weir.scanapi.request.ConfirmRequest;
import io.weir.schemas.api.ApprovalList;
import io.weir.schemas.word.ApprovalState;
import io.weir.schemas.word.ApprovalStep;
import io.weir.schemas.word.Scope;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The routes by which agents ask about held calls and people decide on them. */
final class ApprovalRoutes {

    private static final int LISTED_MAX = 1_000;

    private final Access access;
    private final RequestBody body;
    private final ApprovalDesk desk;
    private final CodeDesk codes;
    private final ApprovalSteps steps;
    private final InstantSource time;

    ApprovalRoutes(
            Access access,
            RequestBody body,
            ApprovalDesk desk,
            CodeDesk codes,
            ApprovalSteps steps,
            InstantSource time) {
        this.access = access;
        this.body = body;
        this.desk = desk;
        this.codes = codes;
        this.steps = steps;
        this.time = time;
    }

    /** What an agent that waits asks again and again. */
    void status(Context context) {
        Approval approval = desk.get(access.identify(context), id(context));
        Answers.json(context, ApprovalAnswers.status(approval, time.millis()));
    }

    /** One approval; an agent sees no more of it than its status. */
    void one(Context context) {
        Caller caller = access.identify(context);
        Approval approval = desk.get(caller, id(context));
        Answers.json(
                context,
                caller.may(Scope.READ)
                        ? ApprovalAnswers.whole(approval, time.millis())
                        : ApprovalAnswers.status(approval, time.millis()));
    }

    /** Takes the one-time code that a person has got and the agent passes on. */
    void confirm(Context context) {
        Caller caller = access.require(context, Scope.SCAN);
        ConfirmRequest request = ConfirmRequest.read(body.read(context));
        Approval approval = codes.confirm(caller, request.approvalIds(), request.code());
        Answers.json(context, ApprovalAnswers.status(approval, time.millis()));
    }

    void list(Context context) {
        Caller caller = access.require(context, Scope.READ);
        ApprovalState state = state(context.queryParam("status"));
        answer(context, desk.list(caller, state, LISTED_MAX));
    }

    void approve(Context context) {
        step(context, ApprovalStep.APPROVED, Need.NOTHING);
    }

    void deny(Context context) {
        step(context, ApprovalStep.DENIED, Need.NOTHING);
    }

    void defer(Context context) {
        step(context, ApprovalStep.DEFERRED, Need.SECONDS);
    }

    void note(Context context) {
        step(context, ApprovalStep.NOTED, Need.NOTE);
    }

    void approveAll(Context context) {
        stepOfAll(context, ApprovalStep.APPROVED);
    }

    void denyAll(Context context) {
        stepOfAll(context, ApprovalStep.DENIED);
    }

    private void step(Context context, ApprovalStep step, Need need) {
        Caller caller = access.require(context, Scope.APPROVE);
        ApprovalStepRequest request = read(context, need);
        Long until = request.deferSeconds() == 0 ? null : time.millis() + request.deferSeconds() * 1_000L;
        Approval approval = steps.take(caller, id(context), step, request.note(), until);
        Answers.json(context, ApprovalAnswers.whole(approval, time.millis()));
    }

    /** Takes one step for several approvals, or none of them if one is not there. */
    private void stepOfAll(Context context, ApprovalStep step) {
        Caller caller = access.require(context, Scope.APPROVE);
        ApprovalStepRequest request = read(context, Need.IDS);
        request.approvalIds().forEach(approvalId -> desk.get(caller, approvalId));
        List<Approval> decided = new ArrayList<>();
        for (String approvalId : request.approvalIds()) {
            decided.add(steps.take(caller, approvalId, step, request.note(), null));
        }
        answer(context, decided);
    }

    private ApprovalStepRequest read(Context context, Need need) {
        // A decision without a word needs no body.
        boolean empty = need == Need.NOTHING && context.req().getContentLengthLong() == 0;
        return ApprovalStepRequest.read(empty ? null : body.read(context), need);
    }

    private void answer(Context context, List<Approval> approvals) {
        Answers.json(
                context,
                new ApprovalList(approvals.stream()
                        .map(approval -> ApprovalAnswers.whole(approval, time.millis()))
                        .toList()));
    }

    private static String id(Context context) {
        return context.pathParam("approval_id");
    }

    private static ApprovalState state(@Nullable String name) {
        return Arrays.stream(ApprovalState.values())
                .filter(state -> state.name()
                        .equals(name == null ? ApprovalState.PENDING.name() : name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.ofMembers(List.of("query status: must be pending, approved, denied or expired")));
    }
}
