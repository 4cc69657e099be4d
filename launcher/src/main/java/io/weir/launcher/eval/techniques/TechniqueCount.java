package io.weir.launcher.eval.techniques;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.Tier;
import io.weir.testkit.technique.TechniqueCase;

/**
 * How many cases of one kind were flagged. Tiers nest: block within alert within signal.
 *
 * @param n cases
 * @param block flagged at tier BLOCK, or stopped
 * @param alert flagged at ALERT or stronger
 * @param signal flagged at all
 * @param inline flagged at ALERT or stronger before the call ran
 * @param rightCall cases in which a call that carries the content is among those flagged most strongly
 */
record TechniqueCount(
        @JsonProperty("n") int n,
        @JsonProperty("block") int block,
        @JsonProperty("alert") int alert,
        @JsonProperty("signal") int signal,
        @JsonProperty("inline_alert") int inline,
        @JsonProperty("right_call") int rightCall) {

    static final TechniqueCount ZERO = new TechniqueCount(0, 0, 0, 0, 0, 0);

    TechniqueCount plus(TechniqueCase played, CaseOutcome outcome) {
        return plus(new TechniqueCount(
                1,
                one(outcome.reaches(Tier.BLOCK)),
                one(outcome.reaches(Tier.ALERT)),
                one(outcome.reaches(Tier.SIGNAL)),
                one(outcome.reachesInline(Tier.ALERT)),
                one(outcome.names(played.carriers()))));
    }

    TechniqueCount plus(TechniqueCount other) {
        return new TechniqueCount(
                n + other.n,
                block + other.block,
                alert + other.alert,
                signal + other.signal,
                inline + other.inline,
                rightCall + other.rightCall);
    }

    private static int one(boolean counted) {
        return counted ? 1 : 0;
    }
}
