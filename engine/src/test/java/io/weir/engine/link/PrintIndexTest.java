package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrintIndexTest {

    @Test
    void agreesWithAMapOfLists() {
        // Few hashes, so that they repeat; some differ in their high bits only and share a slot.
        Gen<Long> hash = choices -> choices.below(20) + ((long) choices.below(3) << 40);
        Property.runs(300).check(Generators.lists(hash, 0, 400), hashes -> {
            // Room that is made before does not show.
            PrintIndex index = new PrintIndex(hashes.size() % 3 * 50);
            Map<Long, List<Integer>> model = new HashMap<>();
            for (int posting = 0; posting < hashes.size(); posting++) {
                index.expect(posting % 7 == 0 ? 100 : 0);
                index.add(hashes.get(posting), posting);
                model.computeIfAbsent(hashes.get(posting), none -> new ArrayList<>())
                        .add(0, posting);
            }
            for (long probe = 0; probe < 24; probe++) {
                for (long high = 0; high < 3; high++) {
                    long key = probe + (high << 40);
                    assertThat(postings(index, key)).isEqualTo(model.getOrDefault(key, List.of()));
                    assertThat(index.holds(key)).isEqualTo(model.containsKey(key));
                }
            }
        });
    }

    private static List<Integer> postings(PrintIndex index, long hash) {
        List<Integer> postings = new ArrayList<>();
        index.forEach(hash, postings::add);
        return postings;
    }
}
