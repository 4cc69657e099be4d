package io.weir.benchmarks;

import java.util.Arrays;

/** Measured values, and what share of them lies below. Safe to share between threads. */
public final class Quantiles {

    private double[] values = new double[1_024];
    private int size;

    /** Adds a value. */
    public synchronized void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    /** Forgets all values. */
    public synchronized void clear() {
        size = 0;
    }

    /** Number of values. */
    public synchronized int size() {
        return size;
    }

    /** The smallest value that at least this share of all values does not exceed; NaN where there are none. */
    public synchronized double at(double share) {
        if (size == 0) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * size) - 1)];
    }
}
