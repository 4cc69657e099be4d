package io.weir.engine.baseline;

import java.util.List;

/**
 * How unlike the other calls of its agent a call is.
 *
 * @param score 0..0.8
 * @param because what is unlike, in words
 */
public record Anomaly(double score, List<String> because) {

    /** Nothing is. */
    public static final Anomaly NONE = new Anomaly(0, List.of());

    /** Copies the list. */
    public Anomaly {
        because = List.copyOf(because);
    }
}
