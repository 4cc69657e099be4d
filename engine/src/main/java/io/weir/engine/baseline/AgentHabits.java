package io.weir.engine.baseline;

import io.weir.schemas.event.Destination;
import io.weir.schemas.event.ToolCall;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one agent usually does: where it sends, what it calls, at which hours (UTC), and how large its bodies are. It
 * says nothing before it has seen 50 calls that went out. Bounded: of destinations and operations the first seen go
 * first. For one thread.
 */
public final class AgentHabits {

    /** Calls that must have been seen before anything is called unusual. */
    public static final int HISTORY_MIN = 50;

    private static final int DESTINATIONS_MAX = 256;
    private static final int OPERATIONS_MAX = 128;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final int HOURS = 24;
    private static final int SIZES = 40;
    private static final double RARE_SHARE = 0.01;
    private static final double SCORE_MAX = 0.8;

    private static final double NEW_DESTINATION = 0.4;
    private static final double NEW_OPERATION = 0.3;
    private static final double ODD_HOUR = 0.2;
    private static final double ODD_SIZE = 0.3;

    private final Set<String> destinations = new LinkedHashSet<>();
    private final Set<String> operations = new LinkedHashSet<>();
    private final int[] hours = new int[HOURS];
    private final int[] sizes = new int[SIZES];
    private int calls;

    /**
     * Compares a call with what is known.
     *
     * @param sensitivity 1..10; 5 takes the scores as they are
     */
    public Anomaly compare(ToolCall call, long timeMillis, int sensitivity) {
        if (calls < HISTORY_MIN) {
            return Anomaly.NONE;
        }
        List<String> because = new ArrayList<>();
        double score = 0;
        if (call.destinations().stream().anyMatch(to -> !destinations.contains(to.hash()))) {
            because.add("new destination");
            score += NEW_DESTINATION;
        }
        if (!operations.contains(operation(call))) {
            because.add("new operation");
            score += NEW_OPERATION;
        }
        if (hours[hour(timeMillis)] < calls * RARE_SHARE) {
            because.add("odd hour");
            score += ODD_HOUR;
        }
        if (isOddSize(call)) {
            because.add("odd size");
            score += ODD_SIZE;
        }
        double felt = Math.min(SCORE_MAX, score * sensitivity / 5);
        return because.isEmpty() ? Anomaly.NONE : new Anomaly(Math.round(felt * 100) / 100.0, because);
    }

    /** More than four times as large as nearly all before. */
    private boolean isOddSize(ToolCall call) {
        int size = size(call);
        int asLarge = 0;
        for (int i = Math.max(0, size - 2); i < SIZES; i++) {
            asLarge += sizes[i];
        }
        return size > 2 && asLarge < calls * RARE_SHARE;
    }

    /** Takes note of a call that went out. */
    public void learn(ToolCall call, long timeMillis) {
        for (Destination to : call.destinations()) {
            add(destinations, to.hash(), DESTINATIONS_MAX);
        }
        add(operations, operation(call), OPERATIONS_MAX);
        hours[hour(timeMillis)]++;
        sizes[size(call)]++;
        calls++;
    }

    private static void add(Set<String> known, String name, int max) {
        if (known.add(name) && known.size() > max) {
            known.remove(known.iterator().next());
        }
    }

    private static String operation(ToolCall call) {
        return call.tool() + " " + call.operation() + " " + call.method();
    }

    private static int hour(long timeMillis) {
        return (int) Math.floorMod(Math.floorDiv(timeMillis, HOUR_MILLIS), (long) HOURS);
    }

    private static int size(ToolCall call) {
        return Math.min(SIZES - 1, Long.SIZE - Long.numberOfLeadingZeros(Math.max(0, call.bodyBytes())));
    }
}
