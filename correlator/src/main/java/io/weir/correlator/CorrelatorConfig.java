package io.weir.correlator;

import io.weir.correlator.topology.TopologySettings;
import io.weir.engine.link.FleetLayout;
import io.weir.engine.link.SessionExpiry;
import io.weir.engine.pattern.PatternRule;
import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import io.weir.schemas.topic.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * What an operator can set about the correlator.
 *
 * @param instance name of this instance, the same after a restart and different from those of all others
 * @param instances how many instances share the work
 * @param threads stream threads of this instance
 * @param standbys copies of each state store on other instances
 * @param stateDirectory where state is kept; it can be rebuilt from the changelogs
 * @param commitMillis time until what has just happened becomes visible, at most; alerts become so at once
 * @param stateMemoryBytes memory of all state stores outside the heap
 * @param indexBytesMax bytes of session state that each partition keeps an index of in the heap
 * @param fleetGroups groups that the sessions of each tenant are in, a power of two
 * @param fleetIndexBytesMax bytes of the fleet's state that each partition keeps an index of in the heap
 * @param graceMillis how far behind the newest event an event may be without counting as late
 * @param duplicateMillis how long event ids are remembered, to drop copies
 * @param sessionHours how long a session is remembered after its last event
 * @param lagRecordsMax how many records may wait before the correlator counts as degraded
 * @param patternsOff ids of patterns that are not told
 */
public record CorrelatorConfig(
        String instance,
        int instances,
        int threads,
        int standbys,
        Path stateDirectory,
        int commitMillis,
        long stateMemoryBytes,
        long indexBytesMax,
        int fleetGroups,
        long fleetIndexBytesMax,
        long graceMillis,
        long duplicateMillis,
        long sessionHours,
        long lagRecordsMax,
        List<String> patternsOff) {

    private static final ConfigKey<String> INSTANCE = ConfigKey.of(
            "instance",
            ConfigType.TEXT,
            "correlator-0",
            "Name of this instance; the same after a restart, different from those of all others.");
    private static final ConfigKey<Integer> INSTANCES =
            ConfigKey.of("instances", ConfigType.integer(1, 1_000), 1, "How many instances share the work.");
    private static final ConfigKey<Integer> THREADS =
            ConfigKey.of("threads", ConfigType.integer(1, 64), 1, "Stream threads of this instance.");
    private static final ConfigKey<Integer> STANDBYS =
            ConfigKey.of("standbys", ConfigType.integer(0, 3), 0, "Copies of each state store on other instances.");
    private static final ConfigKey<String> STATE_DIRECTORY = ConfigKey.of(
            "state_directory",
            ConfigType.TEXT,
            ".weir/correlator",
            "Where state is kept; it can be rebuilt from the changelog topics.");
    private static final ConfigKey<Integer> COMMIT_MILLIS = ConfigKey.of(
            "commit_millis",
            ConfigType.integer(1, 10_000),
            100,
            "Time until what has just happened becomes visible, in milliseconds, at most; an alert becomes so at once."
                    + " What has waited for more than a second is committed once a second.");
    private static final ConfigKey<Long> STATE_MEMORY_BYTES = ConfigKey.of(
            "state_memory_bytes",
            ConfigType.wholeNumber(16 << 20, 1L << 40),
            128L << 20,
            "Memory of all state stores outside the heap, in bytes.");
    private static final ConfigKey<Long> INDEX_BYTES_MAX = ConfigKey.of(
            "index_bytes_max",
            ConfigType.wholeNumber(1 << 20, 1L << 40),
            16L << 20,
            "Session state that each partition keeps an index of in the heap, in bytes; the index takes half as much"
                    + " more.");
    private static final ConfigKey<Integer> FLEET_GROUPS = ConfigKey.of(
            "fleet_groups",
            ConfigType.integer(1, FleetLayout.GROUPS_MAX),
            1,
            "Groups that the sessions of each tenant are in, a power of two; each has a bucket. It can be raised at any"
                    + " time; lowered, what the groups left out have read is no longer linked.");
    private static final ConfigKey<Long> FLEET_INDEX_BYTES_MAX = ConfigKey.of(
            "fleet_index_bytes_max",
            ConfigType.wholeNumber(1 << 20, 1L << 40),
            256L << 20,
            "State of the fleet's buckets that each partition keeps an index of in the heap, in bytes; a full bucket"
                    + " has 90 MB. With less than its buckets have, a partition reads them again at each event.");
    private static final ConfigKey<Long> GRACE_MILLIS = ConfigKey.of(
            "grace_millis",
            ConfigType.wholeNumber(0, 86_400_000),
            60_000L,
            "How far behind the newest event an event may be without counting as late, in milliseconds.");
    private static final ConfigKey<Long> DUPLICATE_MILLIS = ConfigKey.of(
            "duplicate_millis",
            ConfigType.wholeNumber(60_000, 86_400_000),
            3_600_000L,
            "How long event ids are remembered to drop copies, in milliseconds.");
    private static final ConfigKey<Long> SESSION_HOURS = ConfigKey.of(
            "session_hours",
            ConfigType.wholeNumber(1, 87_600),
            SessionExpiry.RETENTION_MILLIS / 3_600_000,
            "How long a session is remembered after its last event, in hours.");
    private static final ConfigKey<Long> LAG_RECORDS_MAX = ConfigKey.of(
            "lag_records_max",
            ConfigType.wholeNumber(1, Long.MAX_VALUE),
            10_000L,
            "How many records may wait before the correlator counts as degraded.");
    private static final ConfigKey<List<String>> PATTERNS_OFF = ConfigKey.of(
            "patterns_off",
            ConfigType.LIST,
            List.of(),
            "Patterns of sessions that are not told, by id, such as `burst-of-outward-writes`; all instances must say"
                    + " the same.");

    /** The section {@code correlator}. */
    public static final ConfigSection<CorrelatorConfig> SECTION = new ConfigSection<>(
            "correlator",
            List.of(
                    INSTANCE,
                    INSTANCES,
                    THREADS,
                    STANDBYS,
                    STATE_DIRECTORY,
                    COMMIT_MILLIS,
                    STATE_MEMORY_BYTES,
                    INDEX_BYTES_MAX,
                    FLEET_GROUPS,
                    FLEET_INDEX_BYTES_MAX,
                    GRACE_MILLIS,
                    DUPLICATE_MILLIS,
                    SESSION_HOURS,
                    LAG_RECORDS_MAX,
                    PATTERNS_OFF),
            values -> new CorrelatorConfig(
                    values.get(INSTANCE),
                    values.get(INSTANCES),
                    values.get(THREADS),
                    values.get(STANDBYS),
                    Path.of(values.get(STATE_DIRECTORY)),
                    values.get(COMMIT_MILLIS),
                    values.get(STATE_MEMORY_BYTES),
                    values.get(INDEX_BYTES_MAX),
                    values.get(FLEET_GROUPS),
                    values.get(FLEET_INDEX_BYTES_MAX),
                    values.get(GRACE_MILLIS),
                    values.get(DUPLICATE_MILLIS),
                    values.get(SESSION_HOURS),
                    values.get(LAG_RECORDS_MAX),
                    values.get(PATTERNS_OFF)));

    /** Checks what goes together. */
    public CorrelatorConfig {
        patternsOff = List.copyOf(patternsOff);
        new PatternRule().without(patternsOff);
        if (!instance.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException(
                    "instance must be 1 to 64 letters, digits, dots, underscores or hyphens");
        }
        if (Integer.bitCount(fleetGroups) != 1) {
            throw new IllegalArgumentException("fleet_groups is " + fleetGroups + "; it must be a power of two");
        }
        if (standbys >= instances) {
            throw new IllegalArgumentException("standbys is " + standbys + " with " + instances
                    + " instances; each copy needs an instance of its own");
        }
    }

    /** The defaults, with state below this folder. */
    public static CorrelatorConfig in(Path stateDirectory) {
        return SECTION.defaults().withStateDirectory(stateDirectory);
    }

    /** The same with state below this folder. */
    public CorrelatorConfig withStateDirectory(Path folder) {
        return new CorrelatorConfig(
                instance,
                instances,
                threads,
                standbys,
                folder,
                commitMillis,
                stateMemoryBytes,
                indexBytesMax,
                fleetGroups,
                fleetIndexBytesMax,
                graceMillis,
                duplicateMillis,
                sessionHours,
                lagRecordsMax,
                patternsOff);
    }

    /** The same with so many stream threads, and another time between commits. */
    public CorrelatorConfig withWork(int threadNumber, int millis) {
        return new CorrelatorConfig(
                instance,
                instances,
                threadNumber,
                standbys,
                stateDirectory,
                millis,
                stateMemoryBytes,
                indexBytesMax,
                fleetGroups,
                fleetIndexBytesMax,
                graceMillis,
                duplicateMillis,
                sessionHours,
                lagRecordsMax,
                patternsOff);
    }

    /** What the topology depends on. */
    public TopologySettings topology(Function<Topic, String> names) {
        return new TopologySettings(
                names,
                graceMillis,
                duplicateMillis,
                TimeUnit.HOURS.toMillis(sessionHours),
                indexBytesMax,
                new FleetLayout(fleetGroups),
                fleetIndexBytesMax,
                Duration.ofMillis(commitMillis));
    }
}
