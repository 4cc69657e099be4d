package io.weir.engine.policy;

import java.util.List;

/**
 * Clauses that are taken together.
 *
 * @param kind how
 * @param parts at least one
 */
record Group(Kind kind, List<Clause> parts) implements Clause {

    /** How clauses are taken together. */
    enum Kind {
        ALL,
        ANY,
        NOT
    }

    Group {
        parts = List.copyOf(parts);
    }

    @Override
    public Truth test(CallFacts facts) {
        return switch (kind) {
            case ALL -> all(facts);
            case ANY -> any(facts);
            case NOT -> all(facts).negated();
        };
    }

    private Truth all(CallFacts facts) {
        Truth truth = Truth.TRUE;
        for (int i = 0; i < parts.size() && truth != Truth.FALSE; i++) {
            truth = truth.and(parts.get(i).test(facts));
        }
        return truth;
    }

    private Truth any(CallFacts facts) {
        Truth truth = Truth.FALSE;
        for (int i = 0; i < parts.size() && truth != Truth.TRUE; i++) {
            truth = truth.or(parts.get(i).test(facts));
        }
        return truth;
    }

    @Override
    public String text() {
        String joined = String.join(
                kind == Kind.ANY ? " or " : " and ",
                parts.stream().map(Clause::text).toList());
        return (kind == Kind.NOT ? "not (" : "(") + joined + ")";
    }

    @Override
    public String observed(CallFacts facts) {
        return String.join(
                "; ",
                parts.stream().map(part -> part.observed(facts)).distinct().toList());
    }
}
