package io.weir.engine.policy;

import java.util.function.Function;

/**
 * A clause that is a single test.
 *
 * @param text how it is written
 * @param test whether it holds
 * @param sight what the call shows there
 */
public record SingleTest(String text, Function<CallFacts, Truth> test, Function<CallFacts, String> sight)
        implements Clause {

    @Override
    public Truth test(CallFacts facts) {
        return test.apply(facts);
    }

    @Override
    public String observed(CallFacts facts) {
        return sight.apply(facts);
    }
}
