package io.weir.scanapi.access;

import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.http.RequestHeaders;
import io.weir.schemas.error.ErrorCode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells who calls. With keys, the key decides the tenant. Without keys (open mode, loopback only) the header
 * {@code X-Weir-Tenant} names it. Safe to share between threads.
 */
public final class Access {

    private static final String TENANT_HEADER = "X-Weir-Tenant";
    private static final String TENANT_DEFAULT = "default";
    private static final String CREDENTIAL_NONE = "open";
    private static final String SCHEME = "bearer ";

    private final List<ApiKey> keys;

    /** Access by these keys; none means open mode. */
    public Access(List<ApiKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * The caller of a request.
     *
     * @throws Refusal {@code INVALID_KEY} if keys are configured and none of them was sent
     */
    public Caller identify(RequestHeaders headers) {
        String sent = bearer(headers.get("Authorization"));
        if (keys.isEmpty()) {
            String credential = sent == null ? CREDENTIAL_NONE : ApiKey.fingerprint(ApiKey.digest(sent));
            return new Caller(tenantNamed(headers.get(TENANT_HEADER)), credential);
        }
        if (sent == null) {
            throw Refusal.of(ErrorCode.INVALID_KEY, "The request has no header 'Authorization: Bearer <key>'.");
        }
        return owner(ApiKey.digest(sent));
    }

    private Caller owner(byte[] digest) {
        ApiKey owner = null;
        // All keys are compared, so that the time does not tell which of them matched.
        for (ApiKey key : keys) {
            if (key.matches(digest)) {
                owner = key;
            }
        }
        if (owner == null) {
            throw Refusal.of(ErrorCode.INVALID_KEY, "The key is none of those configured.");
        }
        return new Caller(owner.tenant(), ApiKey.fingerprint(digest));
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
