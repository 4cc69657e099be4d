package io.weir.benchmarks.link;

import io.weir.correlator.session.StoreStateTable;
import io.weir.correlator.topology.BoundedRocksMemory;
import io.weir.engine.state.StateTable;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;

/**
 * A state table in a RocksDB store of Kafka Streams with the correlator's settings, without a broker and without a
 * changelog.
 *
 * @param driver opens and closes the store
 * @param table the table in it
 */
record RocksTable(TopologyTestDriver driver, StateTable table) implements AutoCloseable {

    private static final String STORE = "state";
    private static final long MEMORY_BYTES = 128L << 20;

    static RocksTable open(Path folder, long indexBytesMax) {
        Topology topology = new Topology();
        topology.addSource("source", new StringDeserializer(), new ByteArrayDeserializer(), "topic");
        topology.addProcessor("keep", Keep::new, "source");
        topology.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                "keep");
        Properties settings = new Properties();
        settings.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                "bench",
                StreamsConfig.STATE_DIR_CONFIG,
                folder.toString(),
                StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
                BoundedRocksMemory.class,
                BoundedRocksMemory.SETTING,
                MEMORY_BYTES));
        TopologyTestDriver driver = new TopologyTestDriver(topology, settings);
        return new RocksTable(driver, new StoreStateTable(driver.getKeyValueStore(STORE), indexBytesMax));
    }

    @Override
    public void close() {
        driver.close();
    }

    private static final class Keep extends ContextualProcessor<String, byte[], Void, Void> {
        @Override
        public void process(Record<String, byte[]> record) {
            // Only the store is wanted.
        }
    }
}
