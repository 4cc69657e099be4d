package io.weir.scanapi.approval;

import io.weir.engine.approval.ApprovalWindows;
import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import io.weir.scanapi.code.CodeConfig;
import java.util.stream.Stream;

/**
 * What an operator can set about approvals.
 *
 * @param windows how long things last, and how many people it takes
 * @param approvalsMax approvals that a node keeps in memory
 * @param codes one-time codes for people without a console
 */
public record ApprovalConfig(ApprovalWindows windows, int approvalsMax, CodeConfig codes) {

    private static final ConfigKey<Integer> PENDING_MILLIS = ConfigKey.of(
            "pending_millis",
            ConfigType.integer(60_000, 86_400_000),
            600_000,
            "How long a held call waits for people, in milliseconds.");
    private static final ConfigKey<Integer> GRANT_MILLIS = ConfigKey.of(
            "grant_millis",
            ConfigType.integer(1_000, 3_600_000),
            600_000,
            "How long the same call may be made after people agreed, in milliseconds.");
    private static final ConfigKey<Integer> DENY_MILLIS = ConfigKey.of(
            "deny_millis",
            ConfigType.integer(1_000, 3_600_000),
            600_000,
            "How long the same call is denied after people refused, in milliseconds.");
    private static final ConfigKey<Integer> USES_MAX = ConfigKey.of(
            "uses_max", ConfigType.integer(1, 1_000), 1, "How often the same call may be made after people agreed.");
    private static final ConfigKey<Integer> PEOPLE_NEEDED = ConfigKey.of(
            "people_needed", ConfigType.integer(1, 2), 1, "How many people must agree: 2 is the two-person rule.");
    private static final ConfigKey<Integer> APPROVALS_MAX = ConfigKey.of(
            "approvals_max",
            ConfigType.integer(100, 10_000_000),
            100_000,
            "Approvals that a node keeps in memory; the one requested longest ago goes first.");

    /** The section {@code approvals}. */
    public static final ConfigSection<ApprovalConfig> SECTION = new ConfigSection<>(
            "approvals",
            Stream.concat(
                            Stream.of(
                                    PENDING_MILLIS, GRANT_MILLIS, DENY_MILLIS, USES_MAX, PEOPLE_NEEDED, APPROVALS_MAX),
                            CodeConfig.KEYS.stream())
                    .toList(),
            values -> new ApprovalConfig(
                    new ApprovalWindows(
                            values.get(PENDING_MILLIS),
                            values.get(GRANT_MILLIS),
                            values.get(DENY_MILLIS),
                            values.get(USES_MAX),
                            values.get(PEOPLE_NEEDED)),
                    values.get(APPROVALS_MAX),
                    CodeConfig.read(values)));
}
