package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.PostureRule;
import io.weir.schemas.word.PostureState;
import io.weir.schemas.word.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well keys, agents and policies of a tenant are kept.
 *
 * @param score 100 less 20, 10, 5 or 1 for each finding that is CRITICAL, HIGH, MEDIUM or LOW and neither
 *     accepted nor resolved; at least 0
 * @param findings what is wrong, the most urgent first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PostureAnswer(
        @JsonProperty("score") int score,
        @JsonProperty("findings") List<PostureFinding> findings) {

    /** Copies the list. */
    public PostureAnswer {
        findings = List.copyOf(findings);
    }

    /**
     * Something that is wrong.
     *
     * @param rule what
     * @param severity how urgent it is
     * @param subject id of the key, the agent, or the environment
     * @param name what people call it
     * @param accepted whether people live with it
     * @param state what people say of it
     * @param author who said so; null where nobody did, or the configuration says it
     * @param timeMillis when, epoch milliseconds; null where nobody did
     * @param note why; null where nothing was written
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PostureFinding(
            @JsonProperty("rule") PostureRule rule,
            @JsonProperty("severity") Severity severity,
            @JsonProperty("subject") String subject,
            @JsonProperty("name") String name,
            @JsonProperty("accepted") boolean accepted,
            @JsonProperty("state") PostureState state,
            @JsonProperty("author") @Nullable String author,
            @JsonProperty("time") @Nullable Long timeMillis,
            @JsonProperty("note") @Nullable String note) {}
}
