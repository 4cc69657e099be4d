package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What became of one call of several.
 *
 * @param status the HTTP status that the call would have been answered with by itself
 * @param answer the decision, for status 200
 * @param problem why nothing was decided, for any other status
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record BatchScanResult(
        @JsonProperty("status") int status,
        @JsonProperty("answer") @Nullable ScanAnswer answer,
        @JsonProperty("problem") @Nullable Problem problem) {

    /** A decision. */
    public static BatchScanResult of(ScanAnswer answer) {
        return new BatchScanResult(200, answer, null);
    }

    /** A refusal. */
    public static BatchScanResult of(Problem problem) {
        return new BatchScanResult(problem.status(), null, problem);
    }
}
