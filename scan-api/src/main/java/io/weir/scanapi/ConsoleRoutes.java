package io.weir.scanapi;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.weir.engine.approval.Approval;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.approval.ApprovalDesk;
import io.weir.scanapi.console.HeldCallPage;
import io.weir.scanapi.console.LoginPage;
import io.weir.scanapi.console.Logins;
import io.weir.scanapi.console.QueuePage;
import io.weir.scanapi.console.Tab;
import io.weir.scanapi.console.Visitor;
import io.weir.scanapi.http.Form;
import io.weir.scanapi.http.Page;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.http.RequestBody;
import io.weir.scanapi.http.Route;
import io.weir.schemas.word.ApprovalState;
import io.weir.schemas.word.ApprovalStep;
import io.weir.schemas.word.Scope;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages by which people log in and decide on held calls in a browser. */
final class ConsoleRoutes {

    private static final int LISTED_MAX = 200;
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

    List<Route> routes(ConsoleDoor door) {
        return List.of(
                door.page("/console", this::queue),
                door.route(HandlerType.GET, "/console/style.css", style::answer),
                door.route(
                        HandlerType.GET,
                        "/console/login",
                        context -> loginPage(context, 200, "", context.queryParam("page"))),
                door.route(HandlerType.POST, "/console/login", this::logIn),
                door.route(HandlerType.POST, "/console/logout", this::logOut),
                door.page("/console/approvals/{approval_id}", this::heldCall),
                door.form("/console/approvals/{approval_id}", Scope.APPROVE, this::step));
    }

    private String queue(Context context, Visitor visitor) {
        Tab tab = Tab.named(context.queryParam("tab"));
        return QueuePage.of(visitor, tab, listed(visitor.caller(), tab), time.millis());
    }

    private String heldCall(Context context, Visitor visitor) {
        return HeldCallPage.of(visitor, desk.get(visitor.caller(), id(context)), time.millis());
    }

    private void logIn(Context context) {
        Form form = Form.of(body.readFormBytes(context));
        try {
            logins.logIn(context, form.field("token"), form.field("tenant").isEmpty() ? null : form.field("tenant"));
        } catch (Refusal refusal) {
            loginPage(context, refusal.code().status(), String.valueOf(refusal.getMessage()), form.field("page"));
            return;
        }
        String wanted = ConsoleDoor.wanted(form.field("page"));
        Page.goTo(context, wanted.isEmpty() ? "/console" : "/console/" + wanted);
    }

    private void logOut(Context context) {
        Form form = Form.of(body.readFormBytes(context));
        logins.requireForm(context, form.field("form_word"));
        logins.logOut(context);
        Page.goTo(context, "/console/login");
    }

    private String step(Context context, Visitor visitor, Form form) {
        ApprovalStep step = switch (form.field("step")) {
            case "approve" -> ApprovalStep.APPROVED;
            case "deny" -> ApprovalStep.DENIED;
            case "note" -> ApprovalStep.NOTED;
            case "defer" -> ApprovalStep.DEFERRED;
            default -> throw Refusal.ofMembers(List.of("field step: must be approve, deny, note or defer"));
        };
        Long until =
                step == ApprovalStep.DEFERRED ? time.millis() + minutes(form).toMillis() : null;
        String note = form.note(step == ApprovalStep.NOTED);
        Approval approval = steps.take(visitor.caller(), id(context), step, note, until);
        return "/console/approvals/" + approval.approvalId();
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

    private void loginPage(Context context, int status, String fault, @Nullable String page) {
        Page.answer(context, status, LoginPage.of(fault, provider, ConsoleDoor.wanted(page)));
    }

    private static String id(Context context) {
        return context.pathParam("approval_id");
    }

    private static Duration minutes(Form form) {
        String minutes = form.field("minutes");
        if (!minutes.matches("[1-9]\\d{0,3}") || Integer.parseInt(minutes) > MINUTES_MAX) {
            throw Refusal.ofMembers(List.of("field minutes: must be a whole number 1.." + MINUTES_MAX));
        }
        return Duration.ofMinutes(Integer.parseInt(minutes));
    }
}
