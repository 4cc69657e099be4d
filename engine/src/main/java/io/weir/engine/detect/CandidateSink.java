package io.weir.engine.detect;

import io.weir.engine.rule.Rule;

/** Takes what fits the shape of a rule and judges the rest of it. */
@FunctionalInterface
interface CandidateSink {

    /**
     * Takes a candidate.
     *
     * @param start first UTF-16 unit of the value
     * @param end one past its last unit
     * @return one past the last unit that is a finding, or -1 where there is none
     */
    int take(Rule rule, int start, int end);
}
