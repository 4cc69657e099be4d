package io.weir.scanapi;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.weir.scanapi.console.FaultPage;
import io.weir.scanapi.console.Logins;
import io.weir.scanapi.console.Visitor;
import io.weir.scanapi.http.Admission;
import io.weir.scanapi.http.Form;
import io.weir.scanapi.http.Page;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.http.RequestBody;
import io.weir.scanapi.http.Route;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.Scope;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The way to the pages of the console: who is not logged in is sent to log in, forms are taken from pages of ours only,
 * and people get pages where programs get problems.
 */
final class ConsoleDoor {

    private static final String ROOT = "/console/";
    private static final Pattern RETURNED_TO = Pattern.compile("(approvals|incidents)/[0-9a-fA-F-]{36}");

    private final Logins logins;
    private final RequestBody body;
    private final Admission admission;

    ConsoleDoor(Logins logins, RequestBody body, Admission admission) {
        this.logins = logins;
        this.body = body;
        this.admission = admission;
    }

    /** Makes a page for a visitor. */
    @FunctionalInterface
    interface Look {

        /** The page, as HTML. */
        String at(Context context, Visitor visitor);
    }

    /** Takes a form of a visitor. */
    @FunctionalInterface
    interface Step {

        /** Where to go then. */
        String take(Context context, Visitor visitor, Form form);
    }

    /** A page for who is logged in. */
    Route page(String path, Look look) {
        return route(HandlerType.GET, path, context -> {
            Visitor visitor = logins.visitor(context).orElse(null);
            if (visitor == null) {
                context.redirect(loginPath(context));
                return;
            }
            Page.answer(context, 200, look.at(context, visitor));
        });
    }

    /** A form of who is logged in and may do what it asks for. */
    Route form(String path, Scope needed, Step step) {
        return route(HandlerType.POST, path, context -> {
            Form form = Form.of(body.readFormBytes(context));
            Visitor visitor = logins.requireForm(context, form.field("form_word"));
            if (!visitor.caller().may(needed)) {
                throw Refusal.of(ErrorCode.SCOPE_MISSING, "This needs the scope " + needed + "; you may look only.");
            }
            Page.goTo(context, step.take(context, visitor, form));
        });
    }

    /** A page or a form for anybody. */
    Route route(HandlerType method, String path, Handler handler) {
        return new Route(method, path, admission.guard(told(handler)));
    }

    /** The path below the console that people wanted before they logged in; the empty text for any other text. */
    static String wanted(@Nullable String path) {
        return path != null && RETURNED_TO.matcher(path).matches() ? path : "";
    }

    private static String loginPath(Context context) {
        String wanted = context.path().startsWith(ROOT) ? wanted(context.path().substring(ROOT.length())) : "";
        return wanted.isEmpty() ? ROOT + "login" : ROOT + "login?page=" + wanted;
    }

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
}
