package io.weir.scanapi.access;

import io.weir.platform.config.Secret;
import io.weir.schemas.word.Role;
import io.weir.schemas.word.Scope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key that the configuration names, kept as a digest. Immutable and safe to share. */
public final class ApiKey {

    /** Shortest key that is taken, in characters: anything less can be guessed. */
    public static final int KEY_LENGTH_MIN = 16;

    private static final int FINGERPRINT_BYTES = 6;
    private static final String OPERATOR = "operator";

    private final @Nullable String tenant;
    private final String name;
    private final List<Scope> scopes;
    private final byte[] digest;

    private ApiKey(@Nullable String tenant, String name, List<Scope> scopes, byte[] digest) {
        this.tenant = tenant;
        this.name = name;
        this.scopes = scopes;
        this.digest = digest;
    }

    /**
     * The scanning key of an entry {@code tenant:key}.
     *
     * @throws IllegalArgumentException that says what is wrong without repeating the entry
     */
    public static ApiKey parse(Secret entry) {
        String text = entry.reveal();
        int colon = text.indexOf(':');
        if (colon < 0 || !Tenants.isName(text.substring(0, colon))) {
            throw new IllegalArgumentException("each of keys needs the form tenant:key; a tenant has " + Tenants.FORM);
        }
        String key = text.substring(colon + 1);
        if (key.length() < KEY_LENGTH_MIN) {
            throw new IllegalArgumentException("a key of tenant " + text.substring(0, colon) + " has fewer than "
                    + KEY_LENGTH_MIN + " characters");
        }
        byte[] digest = digest(key);
        return new ApiKey(text.substring(0, colon), "key " + fingerprint(digest), List.of(Scope.SCAN), digest);
    }

    /**
     * The operator's token: it may do everything, for any tenant.
     *
     * @throws IllegalArgumentException that says what is wrong without repeating the token
     */
    public static ApiKey operator(Secret token) {
        String text = token.reveal();
        if (text.length() < KEY_LENGTH_MIN) {
            throw new IllegalArgumentException("admin_token has fewer than " + KEY_LENGTH_MIN + " characters");
        }
        return new ApiKey(null, OPERATOR, Role.ADMIN.scopes(), digest(text));
    }

    /**
     * Who sent this key.
     *
     * @param named tenant that the request names; it counts only where the key belongs to no tenant
     */
    Caller caller(String named) {
        return new Caller(tenant == null ? named : tenant, fingerprint(digest), name, scopes, tenant == null, null);
    }

    /** Whether the key may speak for any tenant. */
    boolean isForAnyTenant() {
        return tenant == null;
    }

    /** Whether {@code digest} is that of this key, in constant time. */
    boolean matches(byte[] other) {
        return MessageDigest.isEqual(digest, other);
    }

    /** SHA-256 of a key, under a label of ours so that it equals no digest made elsewhere. */
    public static byte[] digest(String key) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update("weir credential|".getBytes(StandardCharsets.US_ASCII));
            return sha256.digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks SHA-256", e);
        }
    }

    /** The first 48 bits of a digest in hex: enough to tell credentials apart, too few to find a key by. */
    public static String fingerprint(byte[] digest) {
        return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
    }

    @Override
    public String toString() {
        return "ApiKey[name=" + name + ", tenant=" + tenant + "]";
    }
}
