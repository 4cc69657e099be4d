package io.weir.engine.scan;

import java.util.function.BooleanSupplier;

/**
 * A view of the text that counts how often it is looked at and stops a search that looks too often. Used by one thread.
 */
final class MeteredView implements CharSequence {

    private static final int STEPS_PER_TRY_MAX = 50_000;
    private static final int STEPS_PER_UNIT_MAX = 64;
    private static final long STEPS_MIN = 1_000_000;

    private final TextView text;
    private long left;
    private int leftOfTry;
    private int stopped;

    MeteredView(TextView text) {
        this.text = text;
    }

    /** Starts the count for a new text. */
    void reset() {
        left = STEPS_MIN + (long) STEPS_PER_UNIT_MAX * text.length;
        stopped = 0;
    }

    /** How many searches were stopped since the last reset. */
    int stopped() {
        return stopped;
    }

    /** The answer of a search, or false if it was stopped. */
    boolean within(BooleanSupplier search) {
        if (left <= 0) {
            stopped++;
            return false;
        }
        leftOfTry = (int) Math.min(STEPS_PER_TRY_MAX, left);
        int before = leftOfTry;
        try {
            return search.getAsBoolean();
        } catch (TooManySteps | StackOverflowError e) {
            stopped++;
            return false;
        } finally {
            left -= before - leftOfTry;
        }
    }

    @Override
    public char charAt(int index) {
        if (--leftOfTry < 0) {
            throw TooManySteps.INSTANCE;
        }
        return text.units[index];
    }

    @Override
    public int length() {
        return text.length;
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static final class TooManySteps extends RuntimeException {

        private static final long serialVersionUID = 1L;
        static final TooManySteps INSTANCE = new TooManySteps();

        private TooManySteps() {
            super("too many steps", null, false, false);
        }
    }
}
