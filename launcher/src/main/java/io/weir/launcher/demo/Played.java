package io.weir.launcher.demo;

import java.util.List;

/**
 * A step that has been played, and how the gateway answered.
 *
 * @param number from 1, over the whole demo
 * @param step the step
 * @param status HTTP status of the answer
 * @param decision as the answer's header says
 * @param reasons as the answer's header says
 * @param traceId as the answer's header says
 */
record Played(int number, Step step, int status, String decision, List<String> reasons, String traceId) {

    /** Copies the list. */
    Played {
        reasons = List.copyOf(reasons);
    }

    /** Whether the call went through. */
    boolean wentThrough() {
        return decision.equals("ALLOW") && status < 300;
    }
}
