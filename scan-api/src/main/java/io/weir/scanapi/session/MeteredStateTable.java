package io.weir.scanapi.session;

import io.weir.engine.state.MemoryStateTable;
import io.weir.engine.state.StateTable;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A state table in memory that knows about how many bytes it takes. Not safe to share between threads. */
final class MeteredStateTable implements StateTable {

    /** Tree node, string and array headers on a 64-bit JVM with compressed pointers. */
    private static final int ENTRY_BYTES = 40 + 48 + 16;

    private final StateTable table = new MemoryStateTable();
    private long bytes;

    @Override
    public byte @Nullable [] get(String key) {
        return table.get(key);
    }

    @Override
    public void put(String key, byte[] value) {
        bytes += weight(key, value) - weight(key, table.get(key));
        table.put(key, value);
    }

    @Override
    public void delete(String key) {
        bytes -= weight(key, table.get(key));
        table.delete(key);
    }

    @Override
    public void scan(String prefix, BiConsumer<String, byte[]> visitor) {
        table.scan(prefix, visitor);
    }

    @Override
    public <T> T derived(String prefix, Class<T> type, Supplier<T> rebuild) {
        return table.derived(prefix, type, rebuild);
    }

    @Override
    public void dropDerived(String prefix) {
        table.dropDerived(prefix);
    }

    @Override
    public List<String> keys(String prefix, int max) {
        return table.keys(prefix, max);
    }

    /** Estimated heap, in bytes. */
    long bytes() {
        return bytes;
    }

    private static long weight(String key, byte @Nullable [] value) {
        return value == null ? 0 : ENTRY_BYTES + 2L * key.length() + value.length;
    }
}
