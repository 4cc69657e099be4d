package io.weir.scanapi;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.weir.engine.approval.Approval;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.approval.ApprovalDesk;
import io.weir.scanapi.console.FaultPage;
import io.weir.scanapi.console.HeldCallPage;
import io.weir.scanapi.console.LoginPage;
import io.weir.scanapi.console.Logins;
import io.weir.scanapi.console.QueuePage;
import io.weir.scanapi.console.Tab;
import io.weir.scanapi.console.Visitor;
import io.weir.scanapi.http.Admission;
import io.weir.scanapi.http.Form;
import io.weir.scanapi.http.Page;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.http.RequestBody;
import io.weir.scanapi.http.Route;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.ApprovalState;
import io.weir.schemas.word.ApprovalStep;
import io.weir.schemas.word.Scope;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages by which people decide on held calls in a browser. */
final class ConsoleRoutes {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{36}");
    private static final int LISTED_MAX = 200;
    private static final int NOTE_LENGTH_MAX = 1_000;
    private static final int MINUTES_MAX = 1_440;

    private final Logins logins;
    private final RequestBody body;
    private final ApprovalDesk desk;
    private final ApprovalSteps steps;
    private final InstantSource time;
    private final boolean provider;
    private final Page style = Page.style("/io/weir/scanapi/console.css");

    /**
     * Pages over this desk.
     *
     * @param provider whether an identity provider can tell who people are
     */
    ConsoleRoutes(
            Logins logins,
            RequestBody body,
            ApprovalDesk desk,
            ApprovalSteps steps,
            InstantSource time,
            boolean provider) {
        this.logins = logins;
        this.body = body;
        this.desk = desk;
        this.steps = steps;
        this.time = time;
        this.provider = provider;
    }

    List<Route> routes(Admission admission) {
        return Stream.of(
                        new Route(HandlerType.GET, "/console", this::queue),
                        new Route(HandlerType.GET, "/console/style.css", style::answer),
                        new Route(
                                HandlerType.GET,
                                "/console/login",
                                context -> loginPage(context, 200, "", context.queryParam("approval"))),
                        new Route(HandlerType.POST, "/console/login", this::logIn),
                        new Route(HandlerType.POST, "/console/logout", this::logOut),
                        new Route(HandlerType.GET, "/console/approvals/{approval_id}", this::heldCall),
                        new Route(HandlerType.POST, "/console/approvals/{approval_id}", this::step))
                .map(route -> new Route(route.method(), route.path(), admission.guard(told(route.handler()))))
                .toList();
    }

    private void queue(Context context) {
        Visitor visitor = logins.visitor(context).orElse(null);
        if (visitor == null) {
            context.redirect("/console/login");
            return;
        }
        Tab tab = Tab.named(context.queryParam("tab"));
        Page.answer(context, 200, QueuePage.of(visitor, tab, listed(visitor.caller(), tab), time.millis()));
    }

    private void heldCall(Context context) {
        Visitor visitor = logins.visitor(context).orElse(null);
        if (visitor == null) {
            context.redirect("/console/login?approval=" + wanted(id(context)));
            return;
        }
        Approval approval = desk.get(visitor.caller(), id(context));
        Page.answer(context, 200, HeldCallPage.of(visitor, approval, time.millis()));
    }

    private void logIn(Context context) {
        Form form = Form.of(body.readFormBytes(context));
        try {
            logins.logIn(context, form.field("token"), form.field("tenant").isEmpty() ? null : form.field("tenant"));
        } catch (Refusal refusal) {
            loginPage(context, refusal.code().status(), String.valueOf(refusal.getMessage()), form.field("approval"));
            return;
        }
        String wanted = wanted(form.field("approval"));
        Page.goTo(context, wanted.isEmpty() ? "/console" : "/console/approvals/" + wanted);
    }

    private void logOut(Context context) {
        Form form = Form.of(body.readFormBytes(context));
        logins.requireForm(context, form.field("form_word"));
        logins.logOut(context);
        Page.goTo(context, "/console/login");
    }

    private void step(Context context) {
        Form form = Form.of(body.readFormBytes(context));
        Caller caller = logins.requireForm(context, form.field("form_word")).caller();
        if (!caller.may(Scope.APPROVE)) {
            throw Refusal.of(ErrorCode.SCOPE_MISSING, "This needs the scope APPROVE; you may look only.");
        }
        ApprovalStep step = switch (form.field("step")) {
            case "approve" -> ApprovalStep.APPROVED;
            case "deny" -> ApprovalStep.DENIED;
            case "note" -> ApprovalStep.NOTED;
            case "defer" -> ApprovalStep.DEFERRED;
            default -> throw Refusal.ofMembers(List.of("field step: must be approve, deny, note or defer"));
        };
        Long until =
                step == ApprovalStep.DEFERRED ? time.millis() + minutes(form).toMillis() : null;
        Approval approval = steps.take(caller, id(context), step, note(form, step), until);
        Page.goTo(context, "/console/approvals/" + approval.approvalId());
    }

    private List<Approval> listed(Caller caller, Tab tab) {
        return switch (tab) {
            case PENDING -> desk.list(caller, ApprovalState.PENDING, LISTED_MAX);
            case GRANTED ->
                desk.list(caller, ApprovalState.APPROVED, LISTED_MAX).stream()
                        .filter(approval -> approval.usesLeft() > 0 && approval.untilMillis() > time.millis())
                        .toList();
            case RECENT ->
                Stream.of(ApprovalState.APPROVED, ApprovalState.DENIED, ApprovalState.EXPIRED)
                        .flatMap(state -> desk.list(caller, state, LISTED_MAX).stream())
                        .sorted(Comparator.comparingLong(Approval::requestedMillis)
                                .reversed())
                        .limit(LISTED_MAX)
                        .toList();
        };
    }

    private void loginPage(Context context, int status, String fault, @Nullable String approvalId) {
        Page.answer(context, status, LoginPage.of(fault, provider, wanted(approvalId)));
    }

    /** What people followed a link to; the empty text for what is no id. */
    private static String wanted(@Nullable String approvalId) {
        return approvalId != null && ID.matcher(approvalId).matches() ? approvalId : "";
    }

    /** People get pages where programs get problems. */
    private Handler told(Handler handler) {
        return context -> {
            try {
                handler.handle(context);
            } catch (Refusal refusal) {
                Visitor visitor = logins.visitor(context).orElse(null);
                Page.answer(
                        context,
                        refusal.code().status(),
                        FaultPage.of(visitor, refusal.code().title(), String.valueOf(refusal.getMessage())));
            }
        };
    }

    private static String id(Context context) {
        return context.pathParam("approval_id");
    }

    private static @Nullable String note(Form form, ApprovalStep step) {
        String note = form.field("note");
        if (note.length() > NOTE_LENGTH_MAX || (note.isEmpty() && step == ApprovalStep.NOTED)) {
            throw Refusal.ofMembers(List.of("field note: needs 1 to " + NOTE_LENGTH_MAX + " characters"));
        }
        return note.isEmpty() ? null : note;
    }

    private static Duration minutes(Form form) {
        String minutes = form.field("minutes");
        if (!minutes.matches("[1-9]\\d{0,3}") || Integer.parseInt(minutes) > MINUTES_MAX) {
            throw Refusal.ofMembers(List.of("field minutes: must be a whole number 1.." + MINUTES_MAX));
        }
        return Duration.ofMinutes(Integer.parseInt(minutes));
    }
}
