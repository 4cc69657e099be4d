package io.weir.engine.scan;

/**
 * The state of one try of a backtracking matcher, and the steps that are left for all tries on a text. Used by one
 * thread.
 */
final class Attempt {

    private static final int STEPS_PER_TRY_MAX = 20_000;
    private static final int STEPS_PER_UNIT_MAX = 16;
    private static final int STEPS_MIN = 200_000;
    private static final int DEPTH_MAX = 1_000;
    private static final int LOOPS_MAX = 64;

    char[] text = {};
    Stretches stretches = new Stretches();
    int from;
    int to;

    /** Where a match must end; -1 where it may end anywhere. */
    int wantedEnd;

    int matchEnd;
    int valueStart;
    int valueEnd;

    final int[] counts = new int[LOOPS_MAX];
    final int[] starts = new int[LOOPS_MAX];

    private final int stepsPerTryMax;
    private final long stepsMin;
    private long left;
    private int leftOfTry;
    private int depth;
    private int stopped;

    Attempt() {
        this(STEPS_PER_TRY_MAX, STEPS_MIN);
    }

    /**
     * An attempt with other limits.
     *
     * @param stepsPerTryMax how many steps one try may take
     * @param stepsMin how many steps all tries on a text may take, before what its length adds
     */
    Attempt(int stepsPerTryMax, long stepsMin) {
        this.stepsPerTryMax = stepsPerTryMax;
        this.stepsMin = stepsMin;
    }

    /** Starts the count for a new text. */
    void reset(TextView view) {
        left = stepsMin + (long) STEPS_PER_UNIT_MAX * view.length;
        stopped = 0;
    }

    /** How many tries were stopped since the last reset. */
    int stopped() {
        return stopped;
    }

    /** Tries a program; false also if it was stopped. */
    boolean run(Node program, ScanMemory memory, int start, int end, int at) {
        text = memory.text.units;
        stretches = memory.stretches;
        from = start;
        to = end;
        valueStart = -1;
        depth = 0;
        leftOfTry = (int) Math.min(stepsPerTryMax, Math.max(0, left));
        int before = leftOfTry;
        boolean fits = program.fits(this, at) && leftOfTry >= 0;
        left -= before - leftOfTry;
        stopped += leftOfTry < 0 ? 1 : 0;
        return fits;
    }

    /** Takes some steps; false if there are none left, and then nothing may fit any more. */
    boolean step(int steps) {
        leftOfTry -= steps;
        return leftOfTry >= 0;
    }

    /** Goes one repeat deeper; false if that is too deep. */
    boolean descend() {
        if (++depth > DEPTH_MAX) {
            leftOfTry = -1;
            return false;
        }
        return leftOfTry >= 0;
    }

    void ascend() {
        depth--;
    }
}
