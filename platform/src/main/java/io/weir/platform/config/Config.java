package io.weir.platform.config;

import java.util.List;
import java.util.Map;

/** A configuration that was read without a problem: a record for each section, and where each value came from. */
public final class Config {

    private final Map<String, Object> records;
    private final List<EffectiveValue> effective;

    Config(Map<String, Object> records, List<EffectiveValue> effective) {
        this.records = Map.copyOf(records);
        this.effective = List.copyOf(effective);
    }

    /**
     * The record of a section.
     *
     * @throws IllegalArgumentException if the section was not among those read
     */
    @SuppressWarnings("unchecked") // The map is filled by each section's own builder.
    public <T> T get(ConfigSection<T> section) {
        Object configured = records.get(section.name());
        if (configured == null) {
            throw new IllegalArgumentException("the section " + section.name() + " was not read");
        }
        return (T) configured;
    }

    /** All settings in force, in the order of sections and keys, secrets masked. */
    public List<EffectiveValue> effective() {
        return effective;
    }
}
