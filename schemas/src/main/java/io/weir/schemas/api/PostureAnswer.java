package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.PostureRule;
import io.weir.schemas.word.Severity;
import java.util.List;

/**
 * How well keys, agents and policies of a tenant are kept.
 *
 * @param score 100 less 20, 10, 5 or 1 for each finding that is CRITICAL, HIGH, MEDIUM or LOW and not accepted; at least 0
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
     * @param accepted whether the operator lives with it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PostureFinding(
            @JsonProperty("rule") PostureRule rule,
            @JsonProperty("severity") Severity severity,
            @JsonProperty("subject") String subject,
            @JsonProperty("name") String name,
            @JsonProperty("accepted") boolean accepted) {}
}
