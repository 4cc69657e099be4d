package io.weir.testkit.property;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Generators of JSON as plain values: {@link Map}, {@link List}, String, Integer, Double, Boolean and null. */
public final class JsonTrees {

    private static final int DEPTH_MAX = 4;
    private static final int CHILDREN_MAX = 5;

    private JsonTrees() {}

    /** JSON objects with up to four levels below them; member order is kept. */
    public static Gen<Map<String, @Nullable Object>> objects() {
        return choices -> object(choices, DEPTH_MAX);
    }

    private static Map<String, @Nullable Object> object(Choices choices, int depth) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        int members = choices.between(0, CHILDREN_MAX);
        for (int member = 0; member < members; member++) {
            String name = choices.below(8) == 7
                    ? Texts.unicode().from(choices)
                    : Texts.word().from(choices);
            object.put(name, value(choices, depth - 1));
        }
        return object;
    }

    private static List<@Nullable Object> array(Choices choices, int depth) {
        List<@Nullable Object> array = new ArrayList<>();
        int elements = choices.between(0, CHILDREN_MAX);
        for (int element = 0; element < elements; element++) {
            array.add(value(choices, depth - 1));
        }
        return array;
    }

    private static @Nullable Object value(Choices choices, int depth) {
        return switch (choices.below(depth > 0 ? 8 : 6)) {
            case 0 -> null;
            case 1 -> choices.coin();
            case 2 -> choices.between(-1_000_000, 1_000_000);
            case 3 -> choices.between(-1_000_000, 1_000_000) / 64.0;
            case 4 -> Texts.words().from(choices);
            case 5 -> Texts.unicode().from(choices);
            case 6 -> array(choices, depth);
            default -> object(choices, depth);
        };
    }
}
