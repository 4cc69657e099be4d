package io.weir.engine.scan;

import io.weir.engine.rule.Rule;

/** Offers what fits to a sink, where the context words stand that its rule needs. Immutable and safe to share. */
final class Offering {

    private final long[][] contexts;

    /**
     * An offering.
     *
     * @param contexts bits of the context words of each program
     */
    Offering(long[][] contexts) {
        this.contexts = contexts;
    }

    /** Whether the words are there without which a rule finds nothing. */
    boolean isPossible(RuleProgram program, ScanMemory memory) {
        return !program.rule().context().required() || memory.context.any(contexts[program.number()]);
    }

    /** The same for a match that lies between two places: whether they are near enough. */
    boolean isPossible(RuleProgram program, int from, int to, ScanMemory memory) {
        return !program.rule().context().required() || memory.context.inReach(contexts[program.number()], from, to);
    }

    /**
     * Offers a value, and lets the search for its rule go on behind it if it is a finding.
     *
     * @param matchStart where the match starts that the value is part of
     * @return one past the last unit that is a finding, or -1 where there is none
     */
    int offer(RuleProgram program, int matchStart, int start, int end, ScanMemory memory, CandidateSink sink) {
        if (start == end) {
            return -1;
        }
        Rule rule = program.rule();
        boolean inContext =
                !rule.context().words().isEmpty() && memory.context.near(contexts[program.number()], start, end);
        if (rule.context().required() && !inContext) {
            return -1;
        }
        int behind = sink.take(rule, start, end, inContext);
        if (behind > 0) {
            memory.progress.resumeAt(program.number(), Math.max(behind, matchStart + 1));
        }
        return behind;
    }
}
