package io.weir.scanapi.access;

import io.javalin.http.Context;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.http.RequestHeaders;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.Scope;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells who calls, and refuses what the credential does not cover. A key decides the tenant; in open mode (no scanning
 * keys, loopback only) whoever scans without a key names it in the header {@code X-Weir-Tenant}. Everything but scanning
 * needs a credential in open mode too. Safe to share between threads.
 */
public final class Access {

    private static final String TENANT_HEADER = "X-Weir-Tenant";
    private static final String TENANT_DEFAULT = "default";
    private static final String CREDENTIAL_NONE = "open";
    private static final String SCHEME = "bearer ";

    private final List<ApiKey> keys;
    private final boolean open;

    /**
     * Access by these keys.
     *
     * @param open whether anybody may scan
     */
    public Access(List<ApiKey> keys, boolean open) {
        this.keys = List.copyOf(keys);
        this.open = open;
    }

    /**
     * The caller of a request, who may do this.
     *
     * @throws Refusal {@code INVALID_KEY} if no known key was sent, {@code SCOPE_MISSING} if it is not for this
     */
    public Caller require(Context context, Scope scope) {
        Caller caller = known(context::header, scope == Scope.SCAN);
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
        return known(context::header, true);
    }

    private Caller known(RequestHeaders headers, boolean openSuffices) {
        String sent = bearer(headers.get("Authorization"));
        Caller owner = sent == null ? null : owner(ApiKey.digest(sent), headers);
        if (owner != null) {
            return owner;
        }
        if (open && openSuffices) {
            String credential = sent == null ? CREDENTIAL_NONE : ApiKey.fingerprint(ApiKey.digest(sent));
            return Caller.scanning(tenantNamed(headers.get(TENANT_HEADER)), credential);
        }
        throw Refusal.of(
                ErrorCode.INVALID_KEY,
                sent == null
                        ? "The request has no header 'Authorization: Bearer <key>'."
                        : "The key is none of those that are valid.");
    }

    private @Nullable Caller owner(byte[] digest, RequestHeaders headers) {
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
        return owner.caller(owner.isForAnyTenant() ? tenantNamed(headers.get(TENANT_HEADER)) : TENANT_DEFAULT);
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
