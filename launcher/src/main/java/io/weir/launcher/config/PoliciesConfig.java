package io.weir.launcher.config;

import io.weir.engine.policy.Precedence;
import io.weir.engine.policy.foreign.ForeignMode;
import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import io.weir.scanapi.policy.PolicyChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Which policies decide.
 *
 * @param directory of the operator's policies; empty for {@code policies} in the data directory
 * @param pollMillis between two looks for changed files
 * @param precedence which of the rules of different policies counts
 * @param foreign how files of other products are read
 */
public record PoliciesConfig(String directory, int pollMillis, Precedence precedence, ForeignMode foreign) {

    private static final ConfigKey<String> DIRECTORY = ConfigKey.of(
            "directory",
            ConfigType.TEXT,
            "",
            "Directory of policies; `policies` in the data directory unless it is set. Those in `tenants/NAME` hold for one"
                    + " tenant, those in `shadow` are judged and decide nothing.");
    private static final ConfigKey<Integer> POLL_MILLIS = ConfigKey.of(
            "poll_millis",
            ConfigType.integer(100, 3_600_000),
            3_000,
            "Time between two looks for changed policy files, in milliseconds.");
    private static final ConfigKey<Precedence> PRECEDENCE = ConfigKey.of(
            "precedence",
            new ConfigType<>(
                    "`strictest` or `priority`",
                    text -> Precedence.valueOf(text.toUpperCase(Locale.ROOT)),
                    value -> value.name().toLowerCase(Locale.ROOT)),
            Precedence.STRICTEST,
            "Which rule counts where rules of several policies match: the strictest, or that with the lowest priority"
                    + " number.");

    private static final ConfigKey<ForeignMode> FOREIGN = ConfigKey.of(
            "foreign",
            new ConfigType<>(
                    "`compat` or `strict`",
                    text -> ForeignMode.valueOf(text.toUpperCase(Locale.ROOT)),
                    value -> value.name().toLowerCase(Locale.ROOT)),
            ForeignMode.COMPAT,
            "How policy files of other products are read: as those products do, with warnings, or as their authors most"
                    + " likely meant.");

    /** The settings under {@code policies}. */
    public static final ConfigSection<PoliciesConfig> SECTION = new ConfigSection<>(
            "policies",
            List.of(DIRECTORY, POLL_MILLIS, PRECEDENCE, FOREIGN),
            values -> new PoliciesConfig(
                    values.get(DIRECTORY), values.get(POLL_MILLIS), values.get(PRECEDENCE), values.get(FOREIGN)));

    /** The policies that these settings ask for, where {@code data} is the data directory. */
    public PolicyChoice choice(Path data) {
        Path place = directory.isEmpty() ? data.resolve("policies") : Path.of(directory);
        return new PolicyChoice(place, precedence, foreign, System.getenv());
    }
}
