package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.Verb;
import java.util.List;

/**
 * A short-lived key that was just made.
 *
 * @param key the key itself; nobody can see it again
 * @param ephemeralId UUID
 * @param prefix first 12 characters
 * @param expiresAt when it ends, ISO 8601
 * @param usesMax calls that it is good for
 * @param scope what the calls may be
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EphemeralKeyAnswer(
        @JsonProperty("key") String key,
        @JsonProperty("ephemeral_id") String ephemeralId,
        @JsonProperty("prefix") String prefix,
        @JsonProperty("expires_at") String expiresAt,
        @JsonProperty("max_uses") int usesMax,
        @JsonProperty("scope") CallScope scope) {

    /**
     * What calls may be. An empty list means all.
     *
     * @param tools tools, as {@code tool} or {@code tool.operation}
     * @param verbs kinds of effect
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record CallScope(
            @JsonProperty("tools") List<String> tools,
            @JsonProperty("verbs") List<Verb> verbs) {

        /** Copies the lists. */
        public CallScope {
            tools = List.copyOf(tools);
            verbs = List.copyOf(verbs);
        }
    }
}
