package io.weir.correlator.session;

import io.weir.engine.state.StateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A reducer's state in a Kafka Streams store, and so in its changelog. Used by the thread of its task only. */
public final class StoreStateTable implements StateTable {

    /** At most 8 MB; as a rule less than 2. */
    private static final int SMALL_ENTRIES_MAX = 2_048;

    private final KeyValueStore<String, byte[]> store;
    private final DerivedCache derived;
    private final SmallEntries small = new SmallEntries(SMALL_ENTRIES_MAX);
    private final StringSerializer keys = new StringSerializer();
    private long scannedBytes;

    /**
     * A table.
     *
     * @param store nobody else changes it
     * @param derivedBytesMax bytes of state that derived things are kept for
     */
    public StoreStateTable(KeyValueStore<String, byte[]> store, long derivedBytesMax) {
        this.store = store;
        this.derived = new DerivedCache(derivedBytesMax);
    }

    @Override
    public byte @Nullable [] get(String key) {
        if (small.knows(key)) {
            return small.get(key);
        }
        byte[] value = store.get(key);
        small.note(key, value);
        return value;
    }

    @Override
    public void put(String key, byte[] value) {
        store.put(key, value);
        small.note(key, value);
        derived.grow(key, value.length);
    }

    @Override
    public void delete(String key) {
        byte[] before = store.delete(key);
        small.note(key, null);
        derived.grow(key, before == null ? 0 : -before.length);
    }

    @Override
    public void scan(String prefix, BiConsumer<String, byte[]> visitor) {
        try (KeyValueIterator<String, byte[]> entries = store.prefixScan(prefix, keys)) {
            while (entries.hasNext()) {
                KeyValue<String, byte[]> entry = entries.next();
                scannedBytes += entry.value.length;
                visitor.accept(entry.key, entry.value);
            }
        }
    }

    @Override
    public <T> T derived(String prefix, Class<T> type, Supplier<T> rebuild) {
        Object kept = derived.get(prefix);
        if (type.isInstance(kept)) {
            return type.cast(kept);
        }
        long before = scannedBytes;
        T built = rebuild.get();
        derived.put(prefix, built, scannedBytes - before);
        return built;
    }

    @Override
    public void dropDerived(String prefix) {
        derived.remove(prefix);
    }

    @Override
    public List<String> keys(String prefix, int max) {
        List<String> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> entries = store.prefixScan(prefix, keys)) {
            while (found.size() < max && entries.hasNext()) {
                found.add(entries.next().key);
            }
        }
        return found;
    }

    /** Drops what is kept besides the store, because it may no longer be in step with it. */
    void forgetDerived() {
        derived.clear();
        small.clear();
    }
}
