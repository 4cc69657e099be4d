package io.weir.correlator.topology;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One block cache and one write buffer budget for all stores of the process. Without it each store of each partition
 * takes up to 50 MiB of cache and 48 MiB of write buffers. Source: Kafka Streams developer guide, memory management.
 */
public final class BoundedRocksMemory implements RocksDBConfigSetter {

    /** Setting of Kafka Streams with the bytes for all stores; the first instance in a process decides. */
    public static final String SETTING = "weir.state.memory.bytes";

    private static final long WRITE_BUFFER_BYTES = 4L << 20;

    private static @Nullable Shared shared;

    /** What all stores share; it lives as long as the process. */
    private record Shared(Cache cache, WriteBufferManager writeBuffers) {

        static Shared of(long bytes) {
            RocksDB.loadLibrary();
            Cache cache = new LRUCache(bytes);
            return new Shared(cache, new WriteBufferManager(bytes / 2, cache));
        }
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> settings) {
        Shared memory = shared(settings);
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache());
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(memory.writeBuffers());
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
    }

    @Override
    public void close(String storeName, Options options) {
        // Cache and write buffers are shared by the stores that stay open.
    }

    private static synchronized Shared shared(Map<String, Object> settings) {
        if (shared == null) {
            shared = Shared.of(((Number) Objects.requireNonNull(settings.get(SETTING), SETTING)).longValue());
        }
        return shared;
    }
}
