package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.Confidence;
import io.weir.schemas.word.DataClass;

/**
 * What one detector reports at one place. It never holds the matched text.
 *
 * @param rule id of the rule, for example {@code aws-access-key-id}
 * @param dataClass kind of data
 * @param confidence how sure the rule is
 * @param address JSON pointer of the leaf; {@code /url}, {@code /headers/<name>} and {@code /body...} are the roots
 * @param start first UTF-16 unit of the match in the leaf's text
 * @param end one past the last UTF-16 unit
 * @param hash keyed hash of the normalised value, 16 hex digits
 */
public record Finding(
        @JsonProperty("rule") String rule,
        @JsonProperty("data_class") DataClass dataClass,
        @JsonProperty("confidence") Confidence confidence,
        @JsonProperty("address") String address,
        @JsonProperty("start") int start,
        @JsonProperty("end") int end,
        @JsonProperty("hash") String hash) {}
