package io.weir.scanapi.budget;

import io.weir.engine.policy.Glob;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many calls of some tools an agent may make in a day before policies hear of it.
 *
 * @param name by which policies ask for it
 * @param calls how many
 * @param tools patterns of tools or services; none for all
 */
public record DailyBudget(String name, int calls, List<Glob> tools) {

    private static final Pattern ENTRY = Pattern.compile("([A-Za-z0-9_.-]{1,64})=([1-9]\\d{0,8})(?::(.+))?");

    /** Copies the list. */
    public DailyBudget {
        tools = List.copyOf(tools);
    }

    /**
     * The budget of an entry {@code name=calls:tool|tool}.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public static DailyBudget parse(String entry) {
        Matcher parts = ENTRY.matcher(entry);
        if (!parts.matches()) {
            throw new IllegalArgumentException("daily_budgets must look like payments=20:send_money|wire_*");
        }
        String tools = parts.group(3) == null ? "" : parts.group(3);
        return new DailyBudget(
                parts.group(1),
                Integer.parseInt(parts.group(2)),
                Arrays.stream(tools.split("\\|"))
                        .filter(tool -> !tool.isBlank())
                        .map(tool -> Glob.of(tool.strip()))
                        .toList());
    }

    /** Whether calls of a tool count. */
    boolean isFor(String tool) {
        return tools.isEmpty() || tools.stream().anyMatch(glob -> glob.matches(tool));
    }
}
