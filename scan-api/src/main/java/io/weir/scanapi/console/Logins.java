package io.weir.scanapi.console;

import io.javalin.http.Context;
import io.weir.scanapi.access.Access;
import io.weir.scanapi.access.ApiKey;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.http.Refusal;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.Role;
import io.weir.schemas.word.Scope;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is logged in. A login with a token ends with the token, on all nodes; one by an identity provider when its time
 * is over. Safe to share between threads.
 */
public final class Logins {

    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);
    private static final PageCookie COOKIE = new PageCookie("weir_login", "/console");

    private final Access access;
    private final LoginSeal seal;
    private final Duration lasting;
    private final InstantSource time;
    private final Supplier<UUID> ids;

    /**
     * Logins of people whose tokens this access knows.
     *
     * @param lasting how long a login is good
     */
    public Logins(Access access, LoginSeal seal, Duration lasting, InstantSource time, Supplier<UUID> ids) {
        this.access = access;
        this.seal = seal;
        this.lasting = lasting;
        this.time = time;
        this.ids = ids;
    }

    /** Who asks for a page, if somebody is logged in who may look at it. */
    public Optional<Visitor> visitor(Context context) {
        return Optional.ofNullable(COOKIE.in(context))
                .flatMap(cookie -> seal.open(cookie, Login.class))
                .filter(login -> time.millis() < login.endsMillis())
                .flatMap(login -> Optional.ofNullable(caller(login, context.ip()))
                        .filter(caller -> caller.may(Scope.READ))
                        .map(caller -> new Visitor(login, caller, seal.formWord(login))));
    }

    /**
     * Who sends a form.
     *
     * @throws Refusal {@code INVALID_KEY} if nobody is logged in, {@code FORM_INVALID} if it comes from elsewhere
     */
    public Visitor requireForm(Context context, String formWord) {
        Visitor visitor = visitor(context)
                .orElseThrow(() -> Refusal.of(ErrorCode.INVALID_KEY, "Nobody is logged in; log in and try again."));
        if (!seal.isFormWord(visitor.login(), formWord)) {
            throw Refusal.of(ErrorCode.FORM_INVALID, "The form is not one of this login.");
        }
        return visitor;
    }

    /**
     * Logs in whoever holds a token.
     *
     * @param tenant whose data the person wants to look at; it counts only for the operator's token
     * @throws Refusal {@code INVALID_KEY}, {@code IP_NOT_ALLOWED}, or {@code SCOPE_MISSING} if the token is none of a
     *     person who may look at anything
     */
    public void logIn(Context context, String token, @Nullable String tenant) {
        byte[] digest = ApiKey.digest(token);
        Caller caller = access.holder(digest, context.ip(), tenant);
        if (caller == null) {
            throw Refusal.of(ErrorCode.INVALID_KEY, "The token is none of those that are valid.");
        }
        if (!caller.may(Scope.READ)) {
            throw Refusal.of(ErrorCode.SCOPE_MISSING, "The console is for people; this is the key of an agent.");
        }
        remember(context, HexFormat.of().formatHex(digest), caller.name(), caller.tenant(), null);
    }

    /** Logs in a person whom an identity provider has named. */
    public void logIn(Context context, String subject, String name, String tenant, Role role) {
        remember(context, subject, name, tenant, role);
    }

    /** Makes the browser forget the login. */
    public void logOut(Context context) {
        COOKIE.clear(context);
    }

    private void remember(Context context, String subject, String name, String tenant, @Nullable Role role) {
        long ends = time.millis() + lasting.toMillis();
        LOG.info(
                "event=console_login tenant={} credential={} provider={}",
                tenant,
                ApiKey.fingerprint(ApiKey.digest(subject)),
                role != null);
        Login login = new Login(ids.get().toString(), subject, name, tenant, role, ends);
        COOKIE.set(context, seal.seal(login), (int) lasting.toSeconds());
    }

    private @Nullable Caller caller(Login login, String address) {
        Role role = login.role();
        if (role != null) {
            String credential = ApiKey.fingerprint(ApiKey.digest(login.subject()));
            return new Caller(login.tenant(), credential, login.name(), role.scopes(), false, null);
        }
        try {
            return access.holder(HexFormat.of().parseHex(login.subject()), address, login.tenant());
        } catch (Refusal e) {
            return null; // The token has ended, or is used from where it may not be.
        }
    }
}
