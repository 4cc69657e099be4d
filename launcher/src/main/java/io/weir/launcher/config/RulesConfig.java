package io.weir.launcher.config;

import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import java.util.List;

/**
 * Where the operator's own detection rules are.
 *
 * @param directory of rule files; empty where there are none
 * @param pollMillis between two looks for changed files
 */
public record RulesConfig(String directory, int pollMillis) {

    private static final ConfigKey<String> DIRECTORY = ConfigKey.of(
            "directory",
            ConfigType.TEXT,
            "",
            "Directory of detection rules to add to those shipped: YAML files of our own format and TOML files of"
                    + " gitleaks' format.");
    private static final ConfigKey<Integer> POLL_MILLIS = ConfigKey.of(
            "poll_millis",
            ConfigType.integer(100, 3_600_000),
            3_000,
            "Time between two looks for changed rule files, in milliseconds.");

    /** The settings under {@code rules}. */
    public static final ConfigSection<RulesConfig> SECTION = new ConfigSection<>(
            "rules",
            List.of(DIRECTORY, POLL_MILLIS),
            values -> new RulesConfig(values.get(DIRECTORY), values.get(POLL_MILLIS)));
}
