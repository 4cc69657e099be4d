package io.weir.platform.config;

import java.util.Locale;

/**
 * One setting of a module: its name, how its text is read, its default and what it does. The description is the
 * documentation; the reference page is checked against it.
 *
 * @param name {@code snake_case}, unique in its section, unit last
 * @param type reads and prints the value
 * @param defaultValue used where nothing is set
 * @param description one sentence for operators
 * @param <T> type of the value
 */
public record ConfigKey<T>(String name, ConfigType<T> type, T defaultValue, String description) {

    /** A setting. */
    public static <T> ConfigKey<T> of(String name, ConfigType<T> type, T defaultValue, String description) {
        return new ConfigKey<>(name, type, defaultValue, description);
    }

    /** The default as an operator would write it, secrets masked. */
    public String defaultText() {
        return type.print(defaultValue);
    }

    /** Name of the environment variable in a section. */
    String environmentName(String section) {
        return ConfigSource.ENVIRONMENT_PREFIX + (section + "_" + name).toUpperCase(Locale.ROOT);
    }
}
