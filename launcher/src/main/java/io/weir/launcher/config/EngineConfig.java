package io.weir.launcher.config;

import io.weir.engine.settings.EngineSettings;
import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import java.util.List;

/** Settings of judgement, read into the engine's own record. */
public final class EngineConfig {

    private static final ConfigKey<List<String>> INTERNAL_DESTINATIONS = ConfigKey.of(
            "internal_destinations",
            ConfigType.LIST,
            EngineSettings.DEFAULT.internalDestinations(),
            "Hosts, host:port pairs and mail domains of the operator; a leading dot covers sub-domains.");
    private static final ConfigKey<List<String>> KNOWN_DESTINATIONS = ConfigKey.of(
            "known_destinations",
            ConfigType.LIST,
            EngineSettings.DEFAULT.knownDestinations(),
            "Outside parties that data may go to, in the same form.");

    /** The settings under {@code engine}. */
    public static final ConfigSection<EngineSettings> SECTION = new ConfigSection<>(
            "engine",
            List.of(INTERNAL_DESTINATIONS, KNOWN_DESTINATIONS),
            values -> new EngineSettings(values.get(INTERNAL_DESTINATIONS), values.get(KNOWN_DESTINATIONS)));

    private EngineConfig() {}
}
