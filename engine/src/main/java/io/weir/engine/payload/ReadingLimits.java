package io.weir.engine.payload;

/**
 * How much of a payload is read. What exceeds a limit becomes a gap of the payload, never a silent pass.
 *
 * @param maxDepth levels of maps and lists, opened strings included
 * @param maxLeaves leaves of one payload
 * @param maxCharacters UTF-16 units of all leaves together
 * @param maxOpenings strings in strings that are opened as JSON; deeper ones stay text
 */
public record ReadingLimits(int maxDepth, int maxLeaves, int maxCharacters, int maxOpenings) {

    /** Enough for a body of 1 MB; the depth is an eighth of what the default thread stack carries. */
    public static final ReadingLimits DEFAULT = new ReadingLimits(128, 20_000, 2_000_000, 3);

    /** Refuses limits that would read nothing. */
    public ReadingLimits {
        if (maxDepth < 1 || maxLeaves < 1 || maxCharacters < 1 || maxOpenings < 0) {
            throw new IllegalArgumentException("reading limits must be positive: depth " + maxDepth + ", leaves "
                    + maxLeaves + ", characters " + maxCharacters + ", openings " + maxOpenings);
        }
    }
}
