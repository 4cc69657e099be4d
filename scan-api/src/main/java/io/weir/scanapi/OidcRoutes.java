package io.weir.scanapi;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.weir.scanapi.console.FaultPage;
import io.weir.scanapi.console.LoginSeal;
import io.weir.scanapi.console.Logins;
import io.weir.scanapi.console.PageCookie;
import io.weir.scanapi.http.Admission;
import io.weir.scanapi.http.Page;
import io.weir.scanapi.http.Route;
import io.weir.scanapi.oidc.Attempt;
import io.weir.scanapi.oidc.LoginRefused;
import io.weir.scanapi.oidc.Person;
import io.weir.scanapi.oidc.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes by which an identity provider tells who a person is. */
final class OidcRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(OidcRoutes.class);
    private static final String PATH = "/api/auth/oidc";
    private static final PageCookie COOKIE = new PageCookie("weir_oidc", PATH);
    private static final int COOKIE_SECONDS = 600;

    private final Provider provider;
    private final String tenant;
    private final Logins logins;
    private final LoginSeal seal;

    /** Routes of people of a tenant. */
    OidcRoutes(Provider provider, String tenant, Logins logins, LoginSeal seal) {
        this.provider = provider;
        this.tenant = tenant;
        this.logins = logins;
        this.seal = seal;
    }

    List<Route> routes(Admission admission) {
        return List.of(
                new Route(HandlerType.GET, PATH + "/start", admission.guard(this::start)),
                new Route(HandlerType.GET, PATH + "/callback", admission.guard(this::callback)));
    }

    private void start(Context context) {
        try {
            Attempt attempt = provider.begin();
            String page = provider.page(attempt);
            COOKIE.set(context, seal.seal(attempt), COOKIE_SECONDS);
            context.redirect(page);
        } catch (LoginRefused e) {
            refuse(context, e);
        }
    }

    private void callback(Context context) {
        COOKIE.clear(context);
        try {
            Attempt attempt = attempt(context);
            Person person = provider.person(attempt, parameter(context, "code"));
            logins.logIn(context, person.subject(), person.name(), tenant, person.role());
            Page.goTo(context, "/console");
        } catch (LoginRefused e) {
            refuse(context, e);
        }
    }

    /** The attempt that this browser has begun, and no other. */
    private Attempt attempt(Context context) throws LoginRefused {
        String kept = Objects.requireNonNullElse(COOKIE.in(context), "");
        Attempt attempt = seal.open(kept, Attempt.class)
                .orElseThrow(() -> new LoginRefused("This browser has begun no login, or too long ago."));
        byte[] expected = attempt.state().getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, parameter(context, "state").getBytes(StandardCharsets.UTF_8))) {
            throw new LoginRefused("The answer belongs to another login.");
        }
        return attempt;
    }

    private static String parameter(Context context, String name) {
        return Objects.requireNonNullElse(context.queryParam(name), "");
    }

    private static void refuse(Context context, LoginRefused refused) {
        LOG.warn("event=oidc_login_refused cause=\"{}\"", refused.getMessage());
        Page.answer(context, 403, FaultPage.of(null, "You are not logged in", String.valueOf(refused.getMessage())));
    }
}
