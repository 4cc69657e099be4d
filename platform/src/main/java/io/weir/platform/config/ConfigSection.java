package io.weir.platform.config;

import java.util.List;
import java.util.function.Function;

/**
 * The settings of one module, and how its configuration record is built from them.
 *
 * @param name {@code snake_case}: the block of the file, and the middle of the environment names
 * @param keys the settings, in the order of the documentation
 * @param builder builds the record; an {@code IllegalArgumentException} says which settings do not go together
 * @param <T> the record
 */
public record ConfigSection<T>(String name, List<ConfigKey<?>> keys, Function<ConfigValues, T> builder) {

    /** Copies the list. */
    public ConfigSection {
        keys = List.copyOf(keys);
    }

    /** The record as it is where nothing is set. */
    public T defaults() {
        return ConfigSource.empty().read(List.of(this)).get(this);
    }

    String qualified(ConfigKey<?> key) {
        return name + "." + key.name();
    }
}
