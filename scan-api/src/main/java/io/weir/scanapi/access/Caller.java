package io.weir.scanapi.access;

import io.weir.schemas.word.Scope;
import java.util.List;

/**
 * Who sent a request, as far as the credential proves it.
 *
 * @param tenant the owner of the data
 * @param credential short fingerprint of the key, or {@code open} where none was sent
 * @param name of the person or key, for records that people read: who approved, who changed
 * @param scopes what the credential may be used for
 */
public record Caller(String tenant, String credential, String name, List<Scope> scopes) {

    /** Copies the list. */
    public Caller {
        scopes = List.copyOf(scopes);
    }

    /** A caller that may have calls judged and nothing else. */
    public static Caller scanning(String tenant, String credential) {
        return new Caller(tenant, credential, credential, List.of(Scope.SCAN));
    }

    /** Whether the credential may be used for this. */
    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
