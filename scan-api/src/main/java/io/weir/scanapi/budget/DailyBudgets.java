package io.weir.scanapi.budget;

import io.weir.messaging.log.SharedLogs;
import io.weir.scanapi.limit.DailyCounts;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.Decision;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What agents have left of their daily budgets. A call counts once it is let through; a day is one of UTC. Safe to
 * share between threads.
 */
public final class DailyBudgets implements AutoCloseable {

    /** No budgets: nobody says whether one is used up. */
    public static final DailyBudgets NONE = new DailyBudgets(List.of(), null);

    private static final Duration TELLING = Duration.ofSeconds(10);

    private final List<DailyBudget> budgets;
    private final @Nullable DailyCounts counts;

    private DailyBudgets(List<DailyBudget> budgets, @Nullable DailyCounts counts) {
        this.budgets = List.copyOf(budgets);
        this.counts = counts;
    }

    /**
     * Budgets whose counts are shared by these logs.
     *
     * @param node UUID of this process
     */
    public static DailyBudgets open(List<DailyBudget> budgets, SharedLogs logs, String node) {
        return budgets.isEmpty() ? NONE : new DailyBudgets(budgets, DailyCounts.open(logs, node, TELLING));
    }

    /** Names of the budgets that an agent has used up, or null where there are none at all. */
    public @Nullable List<String> exceeded(Principal principal, long timeMillis) {
        DailyCounts kept = counts;
        return kept == null
                ? null
                : budgets.stream()
                        .filter(budget ->
                                kept.used(principal.tenant(), whom(budget, principal), timeMillis) >= budget.calls())
                        .map(DailyBudget::name)
                        .toList();
    }

    /** Counts a call that was let through. */
    public void judged(ToolCallScanned event) {
        Decision decision = event.outcome().decision();
        if (counts == null || (decision != Decision.ALLOW && decision != Decision.SANITIZE)) {
            return;
        }
        for (DailyBudget budget : budgets) {
            if (budget.isFor(event.call().tool())) {
                counts.add(event.principal().tenant(), whom(budget, event.principal()), event.timeMillis());
            }
        }
    }

    @Override
    public void close() {
        if (counts != null) {
            counts.close();
        }
    }

    private static String whom(DailyBudget budget, Principal principal) {
        return "budget " + budget.name() + " of " + principal.environment() + " " + principal.agentId();
    }
}
