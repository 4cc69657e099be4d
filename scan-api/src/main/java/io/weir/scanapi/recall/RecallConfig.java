package io.weir.scanapi.recall;

import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import java.time.Duration;
import java.util.List;

/**
 * What an operator can set about knowing what other nodes have read.
 *
 * @param confirmMillisMax how long a write waits for what other nodes have read
 * @param unconfirmed what happens to a write that could not be compared with it in time
 * @param windowMinutes how long a read is known
 * @param sessionBytesMax memory for the marks of all sessions' reads
 * @param filterBytesMax memory for the samples of what all sessions have read
 * @param startMillisMax how long the start waits until what is known of the window is read
 * @param restoreMinutes decisions of this time are looked at when the node starts
 */
public record RecallConfig(
        int confirmMillisMax,
        Unconfirmed unconfirmed,
        int windowMinutes,
        long sessionBytesMax,
        long filterBytesMax,
        int startMillisMax,
        int restoreMinutes) {

    private static final ConfigKey<Integer> CONFIRM_MILLIS_MAX = ConfigKey.of(
            "confirm_millis_max",
            ConfigType.integer(1, 10_000),
            500,
            "How long a write waits to be compared with what other nodes have read, in milliseconds. A session that"
                    + " comes to a node anew brings all its reads.");
    private static final ConfigKey<Unconfirmed> UNCONFIRMED = ConfigKey.of(
            "unconfirmed",
            ConfigType.choice(Unconfirmed.class),
            Unconfirmed.HOLD,
            "What happens to a write that could not be compared in time: `hold` asks for approval, `allow` judges by"
                    + " what is known.");
    private static final ConfigKey<Integer> WINDOW_MINUTES = ConfigKey.of(
            "window_minutes",
            ConfigType.integer(1, 1_440),
            240,
            "How long what was read on any node is known on all of them, in minutes; at most a day, as long as the"
                    + " topic of taints is kept.");
    private static final ConfigKey<Long> SESSION_BYTES_MAX = ConfigKey.of(
            "session_bytes_max",
            ConfigType.wholeNumber(1 << 20, 1L << 40),
            64L << 20,
            "Memory for what is known of the reads of all sessions, in bytes.");
    private static final ConfigKey<Long> FILTER_BYTES_MAX = ConfigKey.of(
            "filter_bytes_max",
            ConfigType.wholeNumber(1 << 20, 1L << 40),
            64L << 20,
            "Memory for the samples of sensitive reads, by which writes of other sessions are recognised, in bytes.");
    private static final ConfigKey<Integer> START_MILLIS_MAX = ConfigKey.of(
            "start_millis_max",
            ConfigType.integer(0, 600_000),
            10_000,
            "How long the start waits until what other nodes have read is known, in milliseconds; the node is not ready"
                    + " before that.");

    private static final ConfigKey<Integer> RESTORE_MINUTES = ConfigKey.of(
            "restore_minutes",
            ConfigType.integer(0, 43_200),
            60,
            "Decisions of this time are looked at when the node starts, so that policies know what sessions did and"
                    + " the baseline what agents usually do, in minutes; the start waits for it as for the reads. 0 for"
                    + " none.");

    /** The section {@code recall}. */
    public static final ConfigSection<RecallConfig> SECTION = new ConfigSection<>(
            "recall",
            List.of(
                    CONFIRM_MILLIS_MAX,
                    UNCONFIRMED,
                    WINDOW_MINUTES,
                    SESSION_BYTES_MAX,
                    FILTER_BYTES_MAX,
                    START_MILLIS_MAX,
                    RESTORE_MINUTES),
            values -> new RecallConfig(
                    values.get(CONFIRM_MILLIS_MAX),
                    values.get(UNCONFIRMED),
                    values.get(WINDOW_MINUTES),
                    values.get(SESSION_BYTES_MAX),
                    values.get(FILTER_BYTES_MAX),
                    values.get(START_MILLIS_MAX),
                    values.get(RESTORE_MINUTES)));

    /** How long a read is known. */
    public Duration window() {
        return Duration.ofMinutes(windowMinutes);
    }
}
