package io.weir.engine.pattern;

import java.time.Duration;
import java.util.List;

/**
 * A course of action: steps in the order of event time, all within a window, in one session.
 *
 * @param id id, in kebab-case
 * @param says what happened, in words
 * @param window how far apart the first and the last step may be
 * @param steps at least one
 */
record Pattern(String id, String says, Duration window, List<PatternStep> steps) {

    Pattern {
        steps = List.copyOf(steps);
    }

    PatternStep last() {
        return steps.get(steps.size() - 1);
    }
}
