package io.weir.launcher.eval.detect;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with the verdict that a detector must give on it: a line of a corpus file.
 *
 * @param id of the sample
 * @param source where it is from
 * @param rule the source's own name of the rule or entity
 * @param text what the detector gets
 * @param labels what is to be found, as {@code [start, end, type]} in code points
 * @param positive whether the rule must fire; otherwise it must not
 * @param spanKind {@code exact}, {@code regex}, {@code none} or {@code all}
 * @param score least and greatest confidence that the source itself expects, one for each label; null where it says
 *     none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Sample(
        @JsonProperty(value = "id", required = true) String id,
        @JsonProperty(value = "source", required = true) String source,

        @JsonProperty(value = "entity_or_rule", required = true)
        String rule,

        @JsonProperty(value = "text", required = true) String text,
        @JsonProperty(value = "spans", required = true) List<List<Object>> labels,
        @JsonProperty(value = "positive", required = true) boolean positive,
        @JsonProperty("span_kind") @Nullable String spanKind,
        @JsonProperty("score") @Nullable List<List<Double>> score) {

    private static final double SCORE_MIN = 0.4;
    private static final String EVERY_ENTITY = "all";

    /** Whether every entity of the text is labelled, so that each finding beside the labels is wrong. */
    boolean labelsEverything() {
        return EVERY_ENTITY.equals(spanKind);
    }

    /** Whether the source itself asks for context words before it reports anything here. */
    boolean isWeak() {
        return positive && score != null && !score.isEmpty() && score.stream().noneMatch(Sample::isDemanded);
    }

    /** The labels that must be found, in UTF-16 units. Those of a low score are left out unless all are of one. */
    List<Label> demanded() {
        List<Label> demanded = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            boolean counts = score == null || i >= score.size() || isDemanded(score.get(i)) || isWeak();
            if (counts) {
                demanded.add(label(labels.get(i)));
            }
        }
        return demanded;
    }

    private static boolean isDemanded(List<Double> bounds) {
        return bounds.isEmpty() || bounds.get(0) >= SCORE_MIN;
    }

    private Label label(List<Object> label) {
        int start = text.offsetByCodePoints(0, ((Number) label.get(0)).intValue());
        int end = text.offsetByCodePoints(0, ((Number) label.get(1)).intValue());
        return Label.of(text, start, end, String.valueOf(label.get(2)));
    }
}
