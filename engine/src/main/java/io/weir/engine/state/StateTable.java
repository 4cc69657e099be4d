package io.weir.engine.state;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The state port of a reducer: a small keyed table. A host decides where it lives: in memory, or in a Kafka Streams
 * store with a changelog.
 *
 * <p>Keys sort by their UTF-8 bytes. A table is used by one thread at a time; the host sees to that.
 */
public interface StateTable {

    /** The value of a key, or null. The array must not be changed. */
    byte @Nullable [] get(String key);

    /** Sets the value of a key. The array must not be changed afterwards. */
    void put(String key, byte[] value);

    /** Removes a key, if it is there. */
    void delete(String key);

    /** Visits all keys that begin with {@code prefix}, in key order. The table must not be changed meanwhile. */
    void scan(String prefix, BiConsumer<String, byte[]> visitor);

    /**
     * Something derived from the entries of one prefix, such as an index. A host may keep it between events and drop it
     * at any time; the rule that derives it keeps it in step with what it puts and deletes. A host that keeps nothing
     * derives it anew each time, with the same results.
     *
     * @param prefix the entries that it is derived from
     * @param rebuild derives it from the table
     */
    default <T> T derived(String prefix, Class<T> type, Supplier<T> rebuild) {
        return rebuild.get();
    }

    /** Drops what was derived from the entries of this very prefix, because they are deleted. */
    default void dropDerived(String prefix) {
        // A host that keeps nothing has nothing to drop.
    }

    /** The first keys that begin with {@code prefix}, in key order, at most so many. */
    default List<String> keys(String prefix, int max) {
        List<String> keys = new ArrayList<>();
        scan(prefix, (key, value) -> keys.add(key));
        return keys.subList(0, Math.min(max, keys.size()));
    }
}
