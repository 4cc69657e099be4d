package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.PolicyAction;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the policies said about a call. With the judgement it gives the decision, so it is part of the record.
 *
 * @param version digest of the policies that were asked
 * @param decision the least strict decision that they permit
 * @param loosens decisions of the judgement, not of other policies, that they lower to ALLOW
 * @param matches rules that matched, those that count first
 * @param matchesOmitted how many were left out of {@code matches}
 * @param codeAttempts wrong one-time codes that are taken for the call if it is held; null where no rule says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicyOutcome(
        @JsonProperty("version") String version,
        @JsonProperty("decision") Decision decision,
        @JsonProperty("loosens") List<Decision> loosens,
        @JsonProperty("matches") List<PolicyMatch> matches,
        @JsonProperty("matches_omitted") int matchesOmitted,
        @JsonProperty("code_attempts") @Nullable Integer codeAttempts) {

    /** Copies the lists. */
    public PolicyOutcome {
        loosens = List.copyOf(loosens);
        matches = List.copyOf(matches);
    }

    /** Channels that the rules want told, of those that ask for more than ALLOW; each once. */
    public List<String> escalatedTo() {
        return matches.stream()
                .filter(match -> match.action() != PolicyAction.ALLOW)
                .map(PolicyMatch::escalateTo)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Tags of the rules that matched; each once. */
    public List<String> tags() {
        return matches.stream()
                .map(PolicyMatch::tag)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
