package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LongCountsTest {

    @Test
    void agreesWithAMap() {
        // Some differ in their high bits only and share a slot; there are more than fit a table that has not grown.
        Gen<Long> number = choices -> choices.below(70) + ((long) choices.below(3) << 40);
        Property.runs(200).check(Generators.lists(number, 0, 400), numbers -> {
            LongCounts counts = new LongCounts();
            Map<Long, Integer> model = new HashMap<>();
            for (long one : numbers) {
                assertThat(counts.add(one)).isEqualTo(model.merge(one, 1, Integer::sum));
            }
            Map<Long, Integer> visited = new HashMap<>();
            counts.forEach((one, count) -> assertThat(visited.put(one, count)).isNull());
            assertThat(visited).isEqualTo(model);
        });
    }
}
