package io.weir.edge.hook;

import io.weir.edge.enforce.FailMode;
import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import io.weir.platform.config.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of hooks.
 *
 * @param failMode what is done with a call for which there is no decision
 * @param rewriting how a call goes on that may only go out redacted
 * @param guardResults how what is decided on outputs of tools is carried out
 * @param agentId who the agent is; null to leave it to the key
 */
public record HookConfig(
        FailMode failMode,
        Rewriting rewriting,
        ResultGuard guardResults,
        @Nullable String agentId) {

    private static final ConfigKey<FailMode> FAIL_MODE = ConfigKey.of(
            "fail_mode",
            ConfigType.choice(FailMode.class),
            FailMode.CLOSED,
            "Whether tools are kept from running (closed) or run unscanned (open) while the scan API does not answer.");
    private static final ConfigKey<Rewriting> REWRITING = ConfigKey.of(
            "rewriting",
            ConfigType.choice(Rewriting.class),
            Rewriting.ASKING,
            "How a call goes on that may only go out redacted: not at all (never), redacted after the host has asked"
                    + " its user (asking; not at all where it cannot ask), or redacted at once (always).");
    private static final ConfigKey<ResultGuard> GUARD_RESULTS = ConfigKey.of(
            "guard_results",
            ConfigType.choice(ResultGuard.class),
            ResultGuard.OFF,
            "What becomes of an output that is denied or holds what agents may not see: it is reported only (off), it"
                    + " is replaced or redacted and the agent goes on (replacing), or the agent is stopped as well"
                    + " (stopping), for hosts that do not replace outputs.");
    private static final ConfigKey<String> AGENT_ID =
            ConfigKey.of("agent_id", ConfigType.TEXT, "", "Id of the agent, where the key does not name it.");

    private static final ConfigKey<String> GATEWAY = ConfigKey.of(
            "gateway",
            ConfigType.TEXT,
            "http://127.0.0.1:4100",
            "Gateway that './weir hook' asks first, with curl; where none answers it starts a process and asks the scan"
                    + " API itself. Environment only.");
    private static final ConfigKey<Secret> TOKEN = ConfigKey.of(
            "token",
            ConfigType.SECRET,
            Secret.NONE,
            "Token that './weir hook' shows to the gateway. Environment only.");

    /** The settings under {@code hook}. */
    public static final ConfigSection<HookConfig> SECTION = new ConfigSection<>(
            "hook",
            List.of(FAIL_MODE, REWRITING, GUARD_RESULTS, AGENT_ID, GATEWAY, TOKEN),
            values -> new HookConfig(
                    values.get(FAIL_MODE),
                    values.get(REWRITING),
                    values.get(GUARD_RESULTS),
                    values.get(AGENT_ID).isEmpty() ? null : values.get(AGENT_ID)));

    /** How a call goes on that may only go out redacted. */
    public enum Rewriting {
        /** Not at all. */
        NEVER,
        /** Redacted, after the host has asked its user; not at all where it cannot ask. */
        ASKING,
        /** Redacted, at once. */
        ALWAYS
    }
}
