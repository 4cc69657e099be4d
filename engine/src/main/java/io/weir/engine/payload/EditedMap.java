package io.weir.engine.payload;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map that is written anew. Two names that were redacted to the same label do not fall together.
 *
 * @param members so far, in order
 * @param repeats how often a name came again
 */
record EditedMap(Map<String, @Nullable Object> members, Map<String, Integer> repeats) {

    /** A copy of the first {@code count} members of a map. */
    static EditedMap of(Map<?, ?> map, int count) {
        EditedMap copy = new EditedMap(new LinkedHashMap<>(), new HashMap<>());
        map.entrySet().stream()
                .limit(count)
                .forEach(member -> copy.put(String.valueOf(member.getKey()), member.getValue()));
        return copy;
    }

    void put(String name, @Nullable Object value) {
        String free = name;
        while (members.containsKey(free)) {
            free = name + "#" + repeats.merge(name, 1, (before, one) -> before + one);
        }
        members.put(free, value);
    }
}
