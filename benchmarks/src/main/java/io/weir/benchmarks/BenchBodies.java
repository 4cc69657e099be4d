package io.weir.benchmarks;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies for load runs. */
public final class BenchBodies {

    private BenchBodies() {}

    /**
     * A body of at least this size. The same seed makes the same body.
     *
     * @param sensitiveShare how many of the fields hold something to find, 0..1
     */
    public static Map<String, Object> body(long seed, double sensitiveShare, int bytes) {
        return new BodyGenerator(seed, sensitiveShare).body(bytes);
    }

    /** Size of a body as compact JSON, 0 if there is none. */
    public static int size(@Nullable Object body) {
        return body == null ? 0 : BodyGenerator.size(body);
    }
}
