package io.weir.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies out of the fuzzer's bytes: a text, JSON as the fuzzer spells it, or a tree. */
final class RandomBody {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int NESTING_MAX = 4;
    private static final int WIDTH_MAX = 4;

    private final FuzzedDataProvider bytes;
    private final RandomText texts;

    RandomBody(FuzzedDataProvider bytes, RandomText texts) {
        this.bytes = bytes;
        this.texts = texts;
    }

    @Nullable
    Object next() {
        return switch (bytes.consumeInt(0, 2)) {
            case 0 -> texts.next();
            case 1 -> parsed(texts.next());
            default -> tree(NESTING_MAX);
        };
    }

    /** The JSON value that a text spells, or the text. */
    private static @Nullable Object parsed(String text) {
        try {
            return MAPPER.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    private @Nullable Object tree(int nesting) {
        return switch (bytes.consumeInt(0, nesting == 0 ? 5 : 7)) {
            case 0 -> null;
            case 1 -> bytes.consumeBoolean();
            case 2 -> bytes.consumeLong();
            case 3 -> bytes.consumeDouble();
            case 4, 5 -> texts.next();
            case 6 -> list(nesting);
            default -> map(nesting);
        };
    }

    private List<@Nullable Object> list(int nesting) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = bytes.consumeInt(0, WIDTH_MAX); i > 0; i--) {
            list.add(tree(nesting - 1));
        }
        return list;
    }

    private Map<String, @Nullable Object> map(int nesting) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = bytes.consumeInt(0, WIDTH_MAX); i > 0; i--) {
            map.put(texts.next(), tree(nesting - 1));
        }
        return map;
    }
}
