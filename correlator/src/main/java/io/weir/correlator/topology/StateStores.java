package io.weir.correlator.topology;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/** The state stores. All are in RocksDB with a changelog; their names are as lasting as {@link TopologyNames}. */
public final class StateStores {

    /** State of the linking rule. */
    public static final String SESSION_STATE = "session-state";

    /** What the fleet has read, by buckets; the first version had four of them for each group of sessions. */
    public static final String FLEET_STATE = "fleet-state-v2";

    /** Ids of events that have been let through lately. */
    public static final String EVENTS_SEEN = "events-seen";

    /** Last entry of the audit chain. */
    public static final String AUDIT_HEADS = "audit-heads";

    private StateStores() {}

    static StoreBuilder<KeyValueStore<String, byte[]>> sessionState() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(SESSION_STATE), Serdes.String(), Serdes.ByteArray());
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> fleetState() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(FLEET_STATE), Serdes.String(), Serdes.ByteArray());
    }

    /** Ids are forgotten after the retention, in event time. */
    static StoreBuilder<WindowStore<String, byte[]>> eventsSeen(Duration retention) {
        Duration window = Duration.ofSeconds(1);
        return Stores.windowStoreBuilder(
                Stores.persistentWindowStore(EVENTS_SEEN, retention, window, false),
                Serdes.String(),
                Serdes.ByteArray());
    }

    /** Only the last head of a commit counts, so the others need not be stored. */
    static StoreBuilder<KeyValueStore<String, byte[]>> auditHeads() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(AUDIT_HEADS), Serdes.String(), Serdes.ByteArray())
                .withCachingEnabled();
    }
}
