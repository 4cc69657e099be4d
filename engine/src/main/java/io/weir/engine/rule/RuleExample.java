package io.weir.engine.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An example of a rule: a text, or a map of key, text and what is found in it. In a text the sign {@code <+>} joins two
 * halves and is dropped: it keeps scanners of source code from taking the example for a live credential.
 *
 * @param key of the leaf
 * @param text of the leaf
 * @param finds the exact match, or null where any will do
 */
public record RuleExample(String key, String text, @Nullable String finds) {

    private static final String JOINT = "<+>";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RuleExample of(String text) {
        return new RuleExample("", text.replace(JOINT, ""), null);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static RuleExample of(
            @JsonProperty("key") @Nullable String key,
            @JsonProperty("text") String text,
            @JsonProperty("finds") @Nullable String finds) {
        return new RuleExample(
                key == null ? "" : key, text.replace(JOINT, ""), finds == null ? null : finds.replace(JOINT, ""));
    }
}
