package io.weir.platform.config;

import java.util.Map;

/** The values of one section, all of them read and valid by themselves. */
public final class ConfigValues {

    private final Map<ConfigKey<?>, Object> values;

    ConfigValues(Map<ConfigKey<?>, Object> values) {
        this.values = values;
    }

    /**
     * The value of a setting.
     *
     * @throws IllegalArgumentException if the section does not declare the key: a programming error
     */
    @SuppressWarnings("unchecked") // The map is filled from each key's own type.
    public <T> T get(ConfigKey<T> key) {
        Object value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the section does not declare the key " + key.name());
        }
        return (T) value;
    }
}
