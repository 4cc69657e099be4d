package io.weir.scanapi.agent;

import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import io.weir.scanapi.budget.DailyBudget;
import io.weir.schemas.word.PostureRule;
import java.util.Arrays;
import java.util.List;

/**
 * What an operator can set about agents.
 *
 * @param scrutinyHolds whether calls that go outside wait for people where the trust of the agent is low
 * @param agentsMax agents whose marks a node keeps in memory
 * @param dailyBudgets that policies ask for
 * @param postureAccepted findings about keys, agents and policies that the operator lives with
 */
public record AgentConfig(
        boolean scrutinyHolds, int agentsMax, List<DailyBudget> dailyBudgets, List<String> postureAccepted) {

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

    private static final ConfigKey<List<String>> DAILY_BUDGETS = ConfigKey.of(
            "daily_budgets",
            ConfigType.LIST,
            List.of(),
            "How many calls each agent may have let through in a day (UTC) before the condition daily_budget_exceeded"
                    + " holds: entries NAME=CALLS or NAME=CALLS:TOOL|TOOL, for example payments=20:send_money|wire_*.");

    private static final ConfigKey<List<String>> POSTURE_ACCEPTED = ConfigKey.of(
            "posture_accepted",
            ConfigType.LIST,
            List.of(),
            "Findings of /v1/posture that cost no points: entries RULE or RULE:SUBJECT, for example NO_IP_ALLOWLIST.");

    /** The section {@code agents}. */
    public static final ConfigSection<AgentConfig> SECTION = new ConfigSection<>(
            "agents",
            List.of(SCRUTINY_HOLDS, AGENTS_MAX, DAILY_BUDGETS, POSTURE_ACCEPTED),
            values -> new AgentConfig(
                    values.get(SCRUTINY_HOLDS),
                    values.get(AGENTS_MAX),
                    values.get(DAILY_BUDGETS).stream().map(DailyBudget::parse).toList(),
                    values.get(POSTURE_ACCEPTED)));

    /** Copies the list. */
    public AgentConfig {
        dailyBudgets = List.copyOf(dailyBudgets);
        postureAccepted = List.copyOf(postureAccepted);
        for (String entry : postureAccepted) {
            String rule = entry.split(":", 2)[0];
            if (Arrays.stream(PostureRule.values())
                    .noneMatch(known -> known.name().equals(rule))) {
                throw new IllegalArgumentException(
                        "posture_accepted knows no rule " + rule + ", only " + Arrays.toString(PostureRule.values()));
            }
        }
    }
}
