package io.weir.engine.pattern;

import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.Verb;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One step of a pattern.
 *
 * @param reads classes of a response that is a step; empty where calls are
 * @param calls verbs of a call that is a step; empty where reads are
 * @param does alternatives of what the tool's name says, each with groups of words that must all be met; empty where it
 *     does not matter
 * @param to least audience of the destinations, or null where it does not matter
 * @param bytes least size of the body
 * @param amount how much is needed, at least 1
 * @param distinct what is counted
 * @param sameTool whether what is added up has one tool in common
 */
record PatternStep(
        Set<DataClass> reads,
        Set<Verb> calls,
        List<List<Set<String>>> does,
        @Nullable Audience to,
        long bytes,
        int amount,
        Counted distinct,
        boolean sameTool) {

    /** What adds up to the amount. */
    enum Counted {
        /** Findings of a response; each call by one. */
        FINDINGS,
        /** Different issuers of the secrets found. */
        ISSUERS,
        /** Responses or calls. */
        EVENTS
    }

    PatternStep {
        reads = Set.copyOf(reads);
        calls = Set.copyOf(calls);
        does = List.copyOf(does);
    }

    /** Whether one event is enough, so that nothing of the step need be remembered if it is the last. */
    boolean isSingle() {
        return amount == 1;
    }
}
