package io.weir.launcher.config;

import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import io.weir.platform.config.Secret;
import java.util.List;

/**
 * The secret that all fingerprints are made with.
 *
 * @param key in hex or base64; {@link Secret#NONE} where it is kept in the data directory
 */
public record FingerprintConfig(Secret key) {

    private static final ConfigKey<Secret> KEY = ConfigKey.of(
            "key",
            ConfigType.SECRET,
            Secret.NONE,
            "Master key of fingerprints, at least 16 bytes in hex or base64, the same on all nodes; where it is not"
                    + " set, one is made and kept in the data directory.");

    /** The settings under {@code fingerprint}. */
    public static final ConfigSection<FingerprintConfig> SECTION =
            new ConfigSection<>("fingerprint", List.of(KEY), values -> new FingerprintConfig(values.get(KEY)));
}
