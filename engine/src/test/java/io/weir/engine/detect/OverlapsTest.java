package io.weir.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.word.Confidence;
import io.weir.schemas.word.DataClass;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlapsTest {

    private static final Comparator<Detection> BEST_FIRST = Comparator.comparing(Detection::confidence)
            .thenComparingInt(detection -> detection.end() - detection.start())
            .reversed()
            .thenComparing(Detection::rule)
            .thenComparingInt(Detection::start);

    @Test
    void leavesWhatRemainsWhereTheBestIsTakenAgainAndAgain() {
        Property.runs(2_000)
                .check(
                        Generators.lists(detection()),
                        all -> assertThat(new Overlaps(List.of()).resolve(all)).isEqualTo(taken(all)));
    }

    private static List<Detection> taken(List<Detection> all) {
        List<Detection> ranked = new ArrayList<>(all);
        ranked.sort(BEST_FIRST);
        List<Detection> taken = new ArrayList<>();
        for (Detection next : ranked) {
            if (taken.stream().noneMatch(one -> one.start() < next.end() && next.start() < one.end())) {
                taken.add(next);
            }
        }
        taken.sort(Comparator.comparingInt(Detection::start));
        return taken;
    }

    private static Gen<Detection> detection() {
        Gen<String> rule = Generators.oneOf(List.of("a", "b", "c"));
        Gen<Confidence> confidence = Generators.constants(Confidence.class);
        Gen<Integer> start = Generators.ints(0, 200);
        Gen<Integer> length = Generators.ints(1, 12);
        return choices -> {
            int from = start.from(choices);
            int to = from + length.from(choices);
            return new Detection(rule.from(choices), DataClass.PII, null, confidence.from(choices), 0, from, to);
        };
    }
}
