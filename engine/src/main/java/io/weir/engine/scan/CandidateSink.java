package io.weir.engine.scan;

import io.weir.engine.rule.Rule;

/** Takes what fits the shape of a rule and judges the rest of it. */
@FunctionalInterface
public interface CandidateSink {

    /**
     * Takes a candidate.
     *
     * @param start first UTF-16 unit of the value
     * @param end one past its last unit
     * @param inContext whether one of the rule's context words stands near, or in the key
     * @return one past the last unit that is a finding, or -1 where there is none
     */
    int take(Rule rule, int start, int end, boolean inContext);
}
