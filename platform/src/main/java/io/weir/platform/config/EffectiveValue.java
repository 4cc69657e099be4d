package io.weir.platform.config;

/**
 * A setting as it is in force.
 *
 * @param key section and name, a dot between
 * @param value as an operator would write it, secrets masked
 * @param origin where it came from
 */
public record EffectiveValue(String key, String value, String origin) {

    @Override
    public String toString() {
        return key + "=" + value + " (" + origin + ")";
    }
}
