package io.weir.engine.policy;

import java.util.List;

/**
 * A clause under the text that its author wrote.
 *
 * @param text how it is written
 * @param clause what it tests
 */
record Named(String text, Clause clause) implements Clause {

    @Override
    public Truth test(CallFacts facts) {
        return clause.test(facts);
    }

    @Override
    public String observed(CallFacts facts) {
        return clause.observed(facts);
    }

    @Override
    public List<Clause> parts() {
        return clause.parts();
    }
}
