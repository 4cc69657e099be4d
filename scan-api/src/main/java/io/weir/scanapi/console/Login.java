package io.weir.scanapi.console;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.Role;
import org.jspecify.annotations.Nullable;

/**
 * That a person has proven who they are. It travels in a signed cookie, so every node knows it.
 *
 * @param id random, of this login only
 * @param subject the digest of the person's token in hex, or whom the identity provider names
 * @param name of the person, for records that people read
 * @param tenant whose data the person looks at
 * @param role of a person that an identity provider names; null where a token says it
 * @param endsMillis until when it is good, epoch milliseconds
 */
public record Login(
        @JsonProperty("id") String id,
        @JsonProperty("subject") String subject,
        @JsonProperty("name") String name,
        @JsonProperty("tenant") String tenant,
        @JsonProperty("role") @Nullable Role role,
        @JsonProperty("ends") long endsMillis) {}
