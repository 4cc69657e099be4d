package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.access.KeyBounds;
import io.weir.schemas.word.KeyKind;
import io.weir.schemas.word.Role;
import io.weir.schemas.word.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key, as those see it who look after keys.
 *
 * @param key the key itself, in the answer to the request that made it and never again
 * @param keyId UUID
 * @param kind what sort of credential it is
 * @param prefix first 12 characters
 * @param tenantId whose data it reaches
 * @param name label, or the person's name
 * @param environment environment of calls that name none
 * @param agentId agent of calls that name none
 * @param pinned whether calls may name no other environment and agent
 * @param scopes what it may be used for
 * @param role the person's role, for tokens
 * @param bounds what it is confined to
 * @param state {@code active}, {@code expired}, {@code exhausted}, {@code revoked} or {@code replaced}
 * @param usesLeft calls that it is still good for, where they are numbered
 * @param createdAt when it was made, ISO 8601
 * @param createdBy name of the person or key that made it
 * @param expiresAt when it ends, ISO 8601
 * @param replacedBy id of the key that takes its place
 * @param addressesRefused how often the node that answers has refused it for the address that it came from
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyAnswer(
        @JsonProperty("key") @Nullable String key,
        @JsonProperty("key_id") String keyId,
        @JsonProperty("kind") KeyKind kind,
        @JsonProperty("prefix") String prefix,
        @JsonProperty("tenant_id") String tenantId,
        @JsonProperty("name") String name,
        @JsonProperty("env") @Nullable String environment,
        @JsonProperty("default_agent_id") @Nullable String agentId,
        @JsonProperty("pinned") boolean pinned,
        @JsonProperty("scopes") List<Scope> scopes,
        @JsonProperty("role") @Nullable Role role,
        @JsonProperty("bounds") KeyBounds bounds,
        @JsonProperty("state") String state,
        @JsonProperty("uses_left") @Nullable Integer usesLeft,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("created_by") String createdBy,
        @JsonProperty("expires_at") @Nullable String expiresAt,
        @JsonProperty("replaced_by") @Nullable String replacedBy,
        @JsonProperty("addresses_refused") long addressesRefused) {

    /** Copies the list. */
    public KeyAnswer {
        scopes = List.copyOf(scopes);
    }
}
