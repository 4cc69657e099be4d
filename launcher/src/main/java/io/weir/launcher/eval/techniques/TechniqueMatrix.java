package io.weir.launcher.eval.techniques;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.engine.decide.InlineJudge;
import io.weir.engine.settings.EngineSettings;
import io.weir.testkit.technique.Scene;
import io.weir.testkit.technique.Technique;
import io.weir.testkit.technique.TechniqueCase;
import io.weir.testkit.technique.Techniques;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The coverage matrix.
 *
 * @param seed first seed
 * @param seeds seeds of each technique
 * @param withRequest whether the user's request was given as context
 * @param rows the techniques, by number
 */
record TechniqueMatrix(
        @JsonProperty("seed") long seed,
        @JsonProperty("seeds") int seeds,
        @JsonProperty("with_request") boolean withRequest,
        @JsonProperty("techniques") List<TechniqueRow> rows) {

    // The key only has to be the same for all texts of a case.
    private static final byte[] KEY = new byte[32];

    private static final EngineSettings SETTINGS =
            new EngineSettings(List.of("localhost", Scene.OPERATOR_DOMAIN, "." + Scene.OPERATOR_DOMAIN), List.of());

    /** Plays all techniques with seeds from {@code seed} on. */
    static TechniqueMatrix of(long seed, int seeds, boolean withRequest) {
        List<TechniqueRow> rows = Techniques.all().stream()
                .map(technique -> row(technique, seed, seeds, withRequest))
                .toList();
        return new TechniqueMatrix(seed, seeds, withRequest, rows);
    }

    /** Plays one technique. */
    static TechniqueRow row(Technique technique, long seed, int seeds, boolean withRequest) {
        InlineJudge judge = InlineJudge.create(SETTINGS, KEY);
        Map<String, TechniqueCount> attacks = new TreeMap<>();
        Map<String, TechniqueCount> twins = new TreeMap<>();
        for (long each = seed; each < seed + seeds; each++) {
            TechniqueCase attack = technique.attack(each);
            count(attacks, attack.variant(), attack, CaseRun.of(attack, judge, withRequest));
            TechniqueCase twin = technique.twin(each);
            count(twins, kind(twin), twin, CaseRun.of(twin, judge, withRequest));
        }
        return TechniqueRow.of(technique, attacks, twins);
    }

    private static void count(
            Map<String, TechniqueCount> counts, String group, TechniqueCase played, CaseOutcome outcome) {
        counts.merge(group, TechniqueCount.ZERO.plus(played, outcome), TechniqueCount::plus);
    }

    private static String kind(TechniqueCase played) {
        return played.kind().name().toLowerCase(Locale.ROOT);
    }
}
