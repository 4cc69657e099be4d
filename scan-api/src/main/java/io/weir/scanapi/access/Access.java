package io.weir.scanapi.access;

import io.javalin.http.Context;
import io.weir.scanapi.http.Refusal;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.Scope;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells who calls, and refuses what the credential does not cover. A key decides the tenant; in open mode (no scanning
 * keys, loopback only) whoever scans without a key names it in the header {@code X-Weir-Tenant}. Everything but
 * scanning needs a credential in open mode too. Safe to share between threads.
 */
public final class Access {

    private static final String TENANT_HEADER = "X-Weir-Tenant";
    private static final String TENANT_DEFAULT = "default";
    private static final String CREDENTIAL_NONE = "open";
    private static final String SCHEME = "bearer ";

    private final List<ApiKey> keys;
    private final MintedKeys minted;
    private final boolean open;

    /**
     * Access by these keys.
     *
     * @param keys that the configuration names
     * @param minted that are made while Weir runs
     * @param open whether anybody may scan
     */
    public Access(List<ApiKey> keys, MintedKeys minted, boolean open) {
        this.keys = List.copyOf(keys);
        this.minted = minted;
        this.open = open;
    }

    /**
     * The caller of a request, who may do this.
     *
     * @throws Refusal {@code INVALID_KEY} if no valid key was sent, {@code IP_NOT_ALLOWED} if it may not be sent from
     *     there, {@code SCOPE_MISSING} if it is not for this
     */
    public Caller require(Context context, Scope scope) {
        return require(known(context, scope == Scope.SCAN), scope);
    }

    /** As {@link #require}, but in open mode too a key is needed. */
    public Caller requireCredential(Context context, Scope scope) {
        return require(known(context, false), scope);
    }

    private static Caller require(Caller caller, Scope scope) {
        if (!caller.may(scope)) {
            throw Refusal.of(
                    ErrorCode.SCOPE_MISSING,
                    "This needs the scope " + scope + "; the credential has " + caller.scopes() + ".");
        }
        return caller;
    }

    /**
     * The caller of a request, whatever the credential is for.
     *
     * @throws Refusal {@code INVALID_KEY} if keys are needed and none of them was sent
     */
    public Caller identify(Context context) {
        return known(context, true);
    }

    /** As {@link #identify}, but in open mode too a key is needed. */
    public Caller identifyCredential(Context context) {
        return known(context, false);
    }

    private Caller known(Context context, boolean openSuffices) {
        String sent = bearer(context.header("Authorization"));
        if (sent != null) {
            Caller owner = holder(ApiKey.digest(sent), context.ip(), context.header(TENANT_HEADER));
            if (owner != null) {
                return owner;
            }
        }
        // A key of ours that is not known any more was meant to prove something, so it does not count as none.
        if (open && openSuffices && (sent == null || !isOurs(sent))) {
            String credential = sent == null ? CREDENTIAL_NONE : ApiKey.fingerprint(ApiKey.digest(sent));
            return Caller.open(tenantNamed(context.header(TENANT_HEADER)), credential);
        }
        throw Refusal.of(
                ErrorCode.INVALID_KEY,
                sent == null
                        ? "The request has no header 'Authorization: Bearer <key>'."
                        : "The key is none of those that are valid.");
    }

    private static boolean isOurs(String sent) {
        return sent.startsWith(MintedKeys.FORM) || sent.startsWith(MintedKeys.PROTOCOL_FORM + "eph_");
    }

    /** What keys that the caller makes begin with: as the one that was sent. */
    public String form(Context context) {
        String sent = bearer(context.header("Authorization"));
        return sent != null && sent.startsWith(MintedKeys.PROTOCOL_FORM) ? MintedKeys.PROTOCOL_FORM : MintedKeys.FORM;
    }

    /**
     * Whoever holds a credential.
     *
     * @param digest of the credential, by {@link ApiKey#digest}
     * @param address that it is used from, a literal IP address
     * @param tenant that is asked for; it counts only for the operator's token, null for the usual one
     * @return null if there is no such credential
     * @throws Refusal {@code INVALID_KEY} if it has ended, {@code IP_NOT_ALLOWED} if it may not be used from there
     */
    public @Nullable Caller holder(byte[] digest, String address, @Nullable String tenant) {
        Caller configured = owner(digest, tenant);
        return configured == null ? minted.find(digest, address) : configured;
    }

    private @Nullable Caller owner(byte[] digest, @Nullable String tenant) {
        ApiKey owner = null;
        // All keys are compared, so that the time does not tell which of them matched.
        for (ApiKey key : keys) {
            if (key.matches(digest)) {
                owner = key;
            }
        }
        if (owner == null) {
            return null;
        }
        return owner.caller(owner.isForAnyTenant() ? tenantNamed(tenant) : TENANT_DEFAULT);
    }

    private static String tenantNamed(@Nullable String header) {
        if (header == null) {
            return TENANT_DEFAULT;
        }
        if (!Tenants.isName(header)) {
            throw Refusal.ofMembers(List.of("header " + TENANT_HEADER + ": needs " + Tenants.FORM));
        }
        return header;
    }

    private static @Nullable String bearer(@Nullable String authorization) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return null;
        }
        String key = authorization.substring(SCHEME.length()).strip();
        return key.isEmpty() ? null : key;
    }
}
