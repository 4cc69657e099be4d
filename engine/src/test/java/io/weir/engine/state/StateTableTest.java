package io.weir.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateTableTest {

    private static final List<String> KEYS =
            List.of("a", "a\u0000b", "ab", "b", "\u00e9", "\uffee", "\ud83d\ude00", "a\ud83d\ude00", "a\uffee");

    private record Change(String key, boolean delete, byte value) {}

    @Test
    void bothTablesHoldAndOrderTheSame() {
        Gen<Change> change =
                choices -> new Change(choices.oneOf(KEYS), choices.below(3) == 2, (byte) choices.below(100));
        Property.forAll(Generators.lists(change), changes -> {
            StateTable memory = new MemoryStateTable();
            StateTable forgetful = new ForgetfulStateTable();
            for (Change next : changes) {
                apply(next, memory);
                apply(next, forgetful);
            }
            for (String prefix : List.of("", "a", "a\u0000", "\u00e9", "z")) {
                assertThat(scanned(memory, prefix)).isEqualTo(scanned(forgetful, prefix));
            }
        });
    }

    private static void apply(Change change, StateTable table) {
        if (change.delete()) {
            table.delete(change.key());
        } else {
            table.put(change.key(), new byte[] {change.value()});
        }
    }

    private static List<String> scanned(StateTable table, String prefix) {
        List<String> scanned = new ArrayList<>();
        table.scan(prefix, (key, value) -> scanned.add(key + "=" + value[0]));
        return scanned;
    }
}
