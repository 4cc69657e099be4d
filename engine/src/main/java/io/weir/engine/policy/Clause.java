package io.weir.engine.policy;

import java.util.List;

/** One test of a rule on the facts of a call. Immutable and safe to share between threads. */
public interface Clause {

    /** Whether it holds. */
    Truth test(CallFacts facts);

    /** How it is written. */
    String text();

    /** What the call shows where the clause looks: names and counts, never content. */
    String observed(CallFacts facts);

    /** The clauses that it is made of; none for a single test. */
    default List<Clause> parts() {
        return List.of();
    }
}
