package io.weir.benchmarks;

import java.util.Map;

/** How much there is to find in a body. */
enum BodyKind {
    /** Nothing. */
    clean(0),
    /** About five values in 4 KB. */
    typical(0.2),
    /** Something in every field. */
    dense(1);

    private static final long SEED = 20_261_121;

    private final double sensitiveShare;

    BodyKind(double sensitiveShare) {
        this.sensitiveShare = sensitiveShare;
    }

    Map<String, Object> body(int bytes) {
        return new BodyGenerator(SEED, sensitiveShare).body(bytes);
    }
}
