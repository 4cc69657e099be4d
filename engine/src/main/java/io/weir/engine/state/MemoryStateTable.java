package io.weir.engine.state;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A state table in memory. Not safe to share between threads. */
public final class MemoryStateTable implements StateTable {

    // Code point order is the order of the UTF-8 bytes; String.compareTo differs beyond the basic plane.
    private static final Comparator<String> BY_CODE_POINT = (left, right) -> {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            if (left.charAt(i) != right.charAt(i)) {
                return Integer.compare(left.codePointAt(i), right.codePointAt(i));
            }
        }
        return Integer.compare(left.length(), right.length());
    };

    private final NavigableMap<String, byte[]> entries = new TreeMap<>(BY_CODE_POINT);

    private final Map<String, Object> derived = new HashMap<>();

    @Override
    public byte @Nullable [] get(String key) {
        return entries.get(key);
    }

    @Override
    public void put(String key, byte[] value) {
        entries.put(key, value);
    }

    @Override
    public void delete(String key) {
        entries.remove(key);
    }

    @Override
    public void scan(String prefix, BiConsumer<String, byte[]> visitor) {
        for (Map.Entry<String, byte[]> entry : entries.tailMap(prefix, true).entrySet()) {
            if (!entry.getKey().startsWith(prefix)) {
                return;
            }
            visitor.accept(entry.getKey(), entry.getValue());
        }
    }

    @Override
    public <T> T derived(String prefix, Class<T> type, Supplier<T> rebuild) {
        Object kept = derived.get(prefix);
        if (type.isInstance(kept)) {
            return type.cast(kept);
        }
        T built = rebuild.get();
        derived.put(prefix, built);
        return built;
    }

    @Override
    public void dropDerived(String prefix) {
        derived.remove(prefix);
    }

    @Override
    public List<String> keys(String prefix, int max) {
        return entries.tailMap(prefix, true).keySet().stream()
                .takeWhile(key -> key.startsWith(prefix))
                .limit(max)
                .toList();
    }

    /** Number of keys. */
    public int size() {
        return entries.size();
    }
}
