package io.weir.scanapi.agent;

import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import java.util.List;

/**
 * What an operator can set about agents.
 *
 * @param scrutinyHolds whether calls that go outside wait for people where the trust of the agent is low
 * @param agentsMax agents whose marks a node keeps in memory
 */
public record AgentConfig(boolean scrutinyHolds, int agentsMax) {

    private static final ConfigKey<Boolean> SCRUTINY_HOLDS = ConfigKey.of(
            "scrutiny_holds",
            ConfigType.FLAG,
            false,
            "Whether calls that go outside wait for people while the trust of the agent is below 0.6. An agent that a"
                    + " person has put under scrutiny is always treated so.");
    private static final ConfigKey<Integer> AGENTS_MAX = ConfigKey.of(
            "agents_max",
            ConfigType.integer(100, 10_000_000),
            100_000,
            "Agents whose marks a node keeps in memory; the one marked longest ago goes first.");

    /** The section {@code agents}. */
    public static final ConfigSection<AgentConfig> SECTION = new ConfigSection<>(
            "agents",
            List.of(SCRUTINY_HOLDS, AGENTS_MAX),
            values -> new AgentConfig(values.get(SCRUTINY_HOLDS), values.get(AGENTS_MAX)));
}
