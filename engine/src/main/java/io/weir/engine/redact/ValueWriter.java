package io.weir.engine.redact;

import io.weir.engine.detect.Detection;

/** Says what stands in the place of what was detected. Safe to share between threads. */
public interface ValueWriter {

    /** What stands in the place of a value. */
    String replacement(Detection detection, String value);

    /** What stands in the place of a whole text that holds such a value in it, maybe in an encoding. */
    String enclosure(Detection detection, String text);

    /** Whether somebody can go back from what stands there. */
    boolean isReversible(Detection detection);
}
