package io.weir.engine.trust;

import org.jspecify.annotations.Nullable;

/**
 * What is held of whoever makes a call.
 *
 * @param restraint what holds for all of its calls
 * @param trust 0..1; null where nobody keeps account
 * @param streaks rows of clean calls that count now
 */
public record Regard(Restraint restraint, @Nullable Double trust, int streaks) {

    /** Nobody keeps account. */
    public static final Regard NONE = new Regard(Restraint.NONE, null, 0);
}
