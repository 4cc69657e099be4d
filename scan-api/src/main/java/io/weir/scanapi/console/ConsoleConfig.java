package io.weir.scanapi.console;

import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import java.util.List;

/**
 * What an operator can set about the console.
 *
 * @param enabled whether there is one
 * @param loginMinutes how long a login lasts
 */
public record ConsoleConfig(boolean enabled, int loginMinutes) {

    private static final ConfigKey<Boolean> ENABLED = ConfigKey.of(
            "enabled",
            ConfigType.FLAG,
            true,
            "Whether the scan API serves pages at /console where people decide on held calls.");
    private static final ConfigKey<Integer> LOGIN_MINUTES =
            ConfigKey.of("login_minutes", ConfigType.integer(5, 1_440), 480, "How long a login lasts, in minutes.");

    /** The section {@code console}. */
    public static final ConfigSection<ConsoleConfig> SECTION = new ConfigSection<>(
            "console",
            List.of(ENABLED, LOGIN_MINUTES),
            values -> new ConsoleConfig(values.get(ENABLED), values.get(LOGIN_MINUTES)));
}
