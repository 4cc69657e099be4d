package io.weir.schemas.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.KeyKind;
import io.weir.schemas.word.Role;
import io.weir.schemas.word.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a key from the moment it is made. It never changes; what ends it is a record of its own.
 *
 * @param keyId UUID
 * @param kind what sort of credential it is
 * @param digest SHA-256 of the key, 64 hex digits
 * @param prefix first 12 characters of the key, for people to tell keys apart
 * @param tenant whose data it reaches
 * @param name label, or the person's name
 * @param environment environment of calls that name none, or null
 * @param agentId agent of calls that name none, or null
 * @param pinned whether calls may name no other environment and agent
 * @param scopes what it may be used for
 * @param role the person's role, for tokens
 * @param bounds what it is confined to
 * @param parent credential that made it
 * @param createdBy name of the person or key behind that credential
 * @param createdMillis when, epoch milliseconds
 * @param expiresMillis when it stops to be valid, epoch milliseconds, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyRecord(
        @JsonProperty("key_id") String keyId,
        @JsonProperty("kind") KeyKind kind,
        @JsonProperty("digest") String digest,
        @JsonProperty("prefix") String prefix,
        @JsonProperty("tenant") String tenant,
        @JsonProperty("name") String name,
        @JsonProperty("environment") @Nullable String environment,
        @JsonProperty("agent_id") @Nullable String agentId,
        @JsonProperty("pinned") boolean pinned,
        @JsonProperty("scopes") List<Scope> scopes,
        @JsonProperty("role") @Nullable Role role,
        @JsonProperty("bounds") KeyBounds bounds,
        @JsonProperty("parent") String parent,
        @JsonProperty("created_by") String createdBy,
        @JsonProperty("created_at") long createdMillis,
        @JsonProperty("expires_at") @Nullable Long expiresMillis) {

    /** Copies the list. */
    public KeyRecord {
        scopes = List.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "KeyRecord[keyId=" + keyId + ", kind=" + kind + ", tenant=" + tenant + "]";
    }
}
