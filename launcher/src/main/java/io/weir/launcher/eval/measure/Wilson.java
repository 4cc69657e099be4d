package io.weir.launcher.eval.measure;

/**
 * A 95 % score interval of a share (Wilson, 1927).
 *
 * @param low lower bound, 0..1
 * @param high upper bound, 0..1
 */
public record Wilson(double low, double high) {

    private static final double Z = 1.959964;

    /** The interval of {@code hits} in {@code n}; the whole range where n is 0. */
    public static Wilson of(int hits, int n) {
        if (n == 0) {
            return new Wilson(0, 1);
        }
        double share = (double) hits / n;
        double square = Z * Z / n;
        double middle = share + square / 2;
        double half = Z * Math.sqrt(share * (1 - share) / n + square / (4 * n));
        return new Wilson(Math.max(0, (middle - half) / (1 + square)), Math.min(1, (middle + half) / (1 + square)));
    }
}
