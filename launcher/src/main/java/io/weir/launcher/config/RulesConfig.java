package io.weir.launcher.config;

import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import io.weir.scanapi.rules.RuleChoice;
import java.nio.file.Path;
import java.util.List;

/**
 * Which detection rules are looked for.
 *
 * @param directory of the operator's own rule files; empty where there are none
 * @param optional ids and families of optional rules that are looked for too, or {@code all}
 * @param disabled ids and families of rules that are not looked for
 * @param pollMillis between two looks for changed files
 */
public record RulesConfig(String directory, List<String> optional, List<String> disabled, int pollMillis) {

    private static final ConfigKey<String> DIRECTORY = ConfigKey.of(
            "directory",
            ConfigType.TEXT,
            "",
            "Directory of detection rules to add to those shipped: YAML files of our own format and TOML files of"
                    + " gitleaks' format.");
    private static final ConfigKey<List<String>> OPTIONAL = ConfigKey.of(
            "optional",
            ConfigType.LIST,
            List.of(),
            "Optional rules that are looked for too, by id or family, or `all`: everyday data such as dates, amounts"
                    + " and web addresses, and bare numbers that only a check digit speaks for.");
    private static final ConfigKey<List<String>> DISABLED = ConfigKey.of(
            "disabled",
            ConfigType.LIST,
            List.of(),
            "Rules that are not looked for, by id or family, shipped ones and your own; what they would find goes out"
                    + " as it is.");
    private static final ConfigKey<Integer> POLL_MILLIS = ConfigKey.of(
            "poll_millis",
            ConfigType.integer(100, 3_600_000),
            3_000,
            "Time between two looks for changed rule files, in milliseconds.");

    /** The settings under {@code rules}. */
    public static final ConfigSection<RulesConfig> SECTION = new ConfigSection<>(
            "rules",
            List.of(DIRECTORY, OPTIONAL, DISABLED, POLL_MILLIS),
            values -> new RulesConfig(
                    values.get(DIRECTORY), values.get(OPTIONAL), values.get(DISABLED), values.get(POLL_MILLIS)));

    /** The rules that these settings ask for. */
    public RuleChoice choice() {
        return new RuleChoice(directory.isEmpty() ? null : Path.of(directory), optional, disabled);
    }
}
