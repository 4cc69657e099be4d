package io.weir.scanapi.session;

import io.weir.engine.state.ForwardingStateTable;
import io.weir.engine.state.MemoryStateTable;
import org.jspecify.annotations.Nullable;

/** A state table in memory that knows about how many bytes it takes. Not safe to share between threads. */
final class MeteredStateTable extends ForwardingStateTable {

    /** Tree node, string and array headers on a 64-bit JVM with compressed pointers. */
    private static final int ENTRY_BYTES = 40 + 48 + 16;

    private long bytes;

    MeteredStateTable() {
        super(new MemoryStateTable());
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

    /** Estimated heap, in bytes. */
    long bytes() {
        return bytes;
    }

    private static long weight(String key, byte @Nullable [] value) {
        return value == null ? 0 : ENTRY_BYTES + 2L * key.length() + value.length;
    }
}
