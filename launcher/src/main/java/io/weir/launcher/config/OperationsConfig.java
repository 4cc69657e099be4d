package io.weir.launcher.config;

import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import java.util.List;

/**
 * Where a service that has no HTTP interface of its own answers operators.
 *
 * @param host address to listen on
 * @param port TCP port; 0 takes a free one
 */
public record OperationsConfig(String host, int port) {

    private static final ConfigKey<String> HOST =
            ConfigKey.of("host", ConfigType.TEXT, "127.0.0.1", "Address that the correlator answers operators on.");
    private static final ConfigKey<Integer> PORT =
            ConfigKey.of("port", ConfigType.integer(0, 65_535), 4_200, "TCP port; 0 takes a free one.");

    /** The settings under {@code operations}. */
    public static final ConfigSection<OperationsConfig> SECTION = new ConfigSection<>(
            "operations", List.of(HOST, PORT), values -> new OperationsConfig(values.get(HOST), values.get(PORT)));
}
