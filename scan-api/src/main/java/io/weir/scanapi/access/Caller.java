package io.weir.scanapi.access;

import io.weir.schemas.access.KeyRecord;
import io.weir.schemas.word.KeyKind;
import io.weir.schemas.word.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, as far as the credential proves it.
 *
 * @param tenant the owner of the data
 * @param credential short fingerprint of the key, or {@code open} where none was sent
 * @param name of the person or key, for records that people read: who approved, who changed
 * @param scopes what the credential may be used for
 * @param anyTenant whether the credential is good for every tenant, and the request chose this one
 * @param key what is kept of the key; null where the configuration names it, or none was sent
 */
public record Caller(
        String tenant,
        String credential,
        String name,
        List<Scope> scopes,
        boolean anyTenant,
        @Nullable KeyRecord key) {

    private static final String OPEN = "open";

    /** Copies the list. */
    public Caller {
        scopes = List.copyOf(scopes);
    }

    /** Whoever scans in open mode. */
    public static Caller open(String tenant, String credential) {
        return new Caller(tenant, credential, OPEN, List.of(Scope.SCAN), false, null);
    }

    /** A caller that may have calls judged and nothing else. */
    public static Caller scanning(String tenant, String credential) {
        return new Caller(tenant, credential, credential, List.of(Scope.SCAN), false, null);
    }

    /** Whoever sent a key that was made while Weir runs. */
    public static Caller of(KeyRecord key, String credential) {
        return new Caller(key.tenant(), credential, key.name(), key.scopes(), false, key);
    }

    /** Whether the credential may be used for this. */
    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    /** Whether no credential was needed, in open mode. */
    public boolean isOpen() {
        return key == null && name.equals(OPEN);
    }

    /** Whether the key is a short-lived one that another key has made. */
    public boolean isEphemeral() {
        return key != null && key.kind() == KeyKind.EPHEMERAL;
    }

    /**
     * What misuse is counted against: the key, or the one that made a short-lived one. In open mode it is the same
     * for everybody, because whoever wants may send another key there.
     */
    public String root() {
        if (isOpen()) {
            return OPEN;
        }
        if (key == null) {
            return credential;
        }
        return isEphemeral() ? key.parent() : key.keyId();
    }
}
