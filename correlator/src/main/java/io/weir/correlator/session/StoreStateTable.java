package io.weir.correlator.session;

import io.weir.engine.state.StateTable;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A reducer's state in a Kafka Streams store, and so in its changelog. Used by the thread of its task only. */
final class StoreStateTable implements StateTable {

    private final KeyValueStore<String, byte[]> store;
    private final StringSerializer keys = new StringSerializer();

    StoreStateTable(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    @Override
    public byte @Nullable [] get(String key) {
        return store.get(key);
    }

    @Override
    public void put(String key, byte[] value) {
        store.put(key, value);
    }

    @Override
    public void delete(String key) {
        store.delete(key);
    }

    @Override
    public void scan(String prefix, BiConsumer<String, byte[]> visitor) {
        try (KeyValueIterator<String, byte[]> entries = store.prefixScan(prefix, keys)) {
            while (entries.hasNext()) {
                KeyValue<String, byte[]> entry = entries.next();
                visitor.accept(entry.key, entry.value);
            }
        }
    }
}
