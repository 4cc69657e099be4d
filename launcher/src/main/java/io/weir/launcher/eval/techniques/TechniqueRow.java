package io.weir.launcher.eval.techniques;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.testkit.technique.Technique;
import java.util.Map;

/**
 * What became of one technique.
 *
 * @param number its number in the reference
 * @param name its name
 * @param declaredGap whether content cannot prove it, so that nothing is demanded
 * @param attacks the attacks
 * @param attacksByForm the attacks by the form that was played, in alphabetical order; one nameless form where there
 *     are none
 * @param twins the benign twins
 * @param twinsByKind the benign twins by what makes them benign
 */
record TechniqueRow(
        @JsonProperty("number") int number,
        @JsonProperty("name") String name,
        @JsonProperty("declared_gap") boolean declaredGap,
        @JsonProperty("attacks") TechniqueCount attacks,
        @JsonProperty("attacks_by_form") Map<String, TechniqueCount> attacksByForm,
        @JsonProperty("twins") TechniqueCount twins,
        @JsonProperty("twins_by_kind") Map<String, TechniqueCount> twinsByKind) {

    static TechniqueRow of(
            Technique technique, Map<String, TechniqueCount> attacksByForm, Map<String, TechniqueCount> twinsByKind) {
        return new TechniqueRow(
                technique.number(),
                technique.name(),
                technique.isDeclaredGap(),
                sum(attacksByForm),
                attacksByForm,
                sum(twinsByKind),
                twinsByKind);
    }

    private static TechniqueCount sum(Map<String, TechniqueCount> counts) {
        return counts.values().stream().reduce(TechniqueCount.ZERO, TechniqueCount::plus);
    }
}
