package io.weir.engine.payload;

/**
 * How much of a payload is read. What exceeds a limit becomes a gap of the payload, never a silent pass.
 *
 * @param maxDepth levels of maps and lists, opened strings included
 * @param maxLeaves leaves of one payload
 * @param maxCharacters UTF-16 units of all leaves together
 * @param maxOpenings texts in texts that are opened: JSON in a string, an encoding, a compressed or archived file;
 *     deeper ones stay text
 * @param maxDecodedBytes bytes that are decoded and inflated from one payload at most. Below that, a payload may unfold
 *     to twice its size, and to {@link #DECODED_BYTES_FLOOR} in any case
 */
public record ReadingLimits(int maxDepth, int maxLeaves, int maxCharacters, int maxOpenings, int maxDecodedBytes) {

    private static final int DECODED_BYTES = 2 << 20;

    /** What even the smallest payload may unfold to. */
    public static final int DECODED_BYTES_FLOOR = 64 << 10;

    /** Enough for a body of 1 MB; the depth is an eighth of what the default thread stack carries. */
    public static final ReadingLimits DEFAULT = new ReadingLimits(128, 20_000, 2_000_000, 6);

    /** Refuses limits that would read nothing. */
    public ReadingLimits {
        if (maxDepth < 1 || maxLeaves < 1 || maxCharacters < 1 || maxOpenings < 0 || maxDecodedBytes < 0) {
            throw new IllegalArgumentException(
                    "reading limits must be positive: depth " + maxDepth + ", leaves " + maxLeaves + ", characters "
                            + maxCharacters + ", openings " + maxOpenings + ", decoded bytes " + maxDecodedBytes);
        }
    }

    /** Limits with the standard allowance for what is decoded. */
    public ReadingLimits(int maxDepth, int maxLeaves, int maxCharacters, int maxOpenings) {
        this(maxDepth, maxLeaves, maxCharacters, maxOpenings, DECODED_BYTES);
    }
}
