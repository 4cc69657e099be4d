package io.weir.scanapi.risk;

import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import java.nio.file.Path;
import java.util.List;

/**
 * What an operator can set about what risk engines know.
 *
 * @param sensitivity of the baseline, 1..10; 0 turns it off
 * @param directory of the feeds of threats; empty for {@code intel} in the data directory
 * @param pollMillis between two looks for changed feeds
 */
public record RiskConfig(int sensitivity, String directory, int pollMillis) {

    private static final ConfigKey<Integer> SENSITIVITY = ConfigKey.of(
            "baseline_sensitivity",
            ConfigType.integer(0, 10),
            5,
            "How strongly the risk score feels that a call is unlike the others of its agent; 0 turns that off.");
    private static final ConfigKey<String> DIRECTORY = ConfigKey.of(
            "intel_directory",
            ConfigType.TEXT,
            "",
            "Directory of feeds of threats; `intel` in the data directory unless it is set. Those in `tenants/NAME`"
                    + " hold for one tenant; what a file named `allow.txt` lists is no threat.");
    private static final ConfigKey<Integer> POLL_MILLIS = ConfigKey.of(
            "poll_millis",
            ConfigType.integer(100, 3_600_000),
            3_000,
            "Time between two looks for changed feeds, in milliseconds.");

    /** The section {@code risk}. */
    public static final ConfigSection<RiskConfig> SECTION = new ConfigSection<>(
            "risk",
            List.of(SENSITIVITY, DIRECTORY, POLL_MILLIS),
            values -> new RiskConfig(values.get(SENSITIVITY), values.get(DIRECTORY), values.get(POLL_MILLIS)));

    /** The directory of feeds, where {@code data} is the data directory. */
    public Path feeds(Path data) {
        return directory.isEmpty() ? data.resolve("intel") : Path.of(directory);
    }
}
