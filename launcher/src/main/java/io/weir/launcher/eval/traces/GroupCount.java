package io.weir.launcher.eval.traces;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.Tier;

/**
 * How many traces of a group were flagged, by tier. Tiers nest: block within alert within any.
 *
 * @param n traces
 * @param block traces with a call flagged at tier BLOCK
 * @param alert traces with a call flagged at ALERT or stronger
 * @param any traces with a call flagged at all
 */
record GroupCount(
        @JsonProperty("n") int n,
        @JsonProperty("block") int block,
        @JsonProperty("alert") int alert,
        @JsonProperty("any") int any) {

    static final GroupCount ZERO = new GroupCount(0, 0, 0, 0);

    GroupCount plus(Flags flags) {
        return new GroupCount(
                n + 1,
                block + one(flags.reach(Tier.BLOCK)),
                alert + one(flags.reach(Tier.ALERT)),
                any + one(flags.reach(Tier.SIGNAL)));
    }

    private static int one(boolean counted) {
        return counted ? 1 : 0;
    }
}
