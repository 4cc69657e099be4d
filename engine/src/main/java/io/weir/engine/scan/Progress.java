package io.weir.engine.scan;

/** How far the search for each program has come in a text. Used by one thread. */
final class Progress {

    private final int[] resumes;
    private final int[] triedFrom;
    private final int[] triedTo;
    private final int[] refused;
    private final int[] judged;
    private final int[] touched;
    private int touchedCount;
    private int turns;

    Progress(int programs) {
        this.resumes = new int[programs];
        this.triedFrom = new int[programs];
        this.triedTo = new int[programs];
        this.refused = new int[programs];
        this.judged = new int[programs];
        this.touched = new int[programs];
    }

    /** Whether the search for a program has passed a place: its last finding ended behind it. */
    boolean isPast(int program, int place) {
        boolean past = place < resumes[program];
        turns += past ? 1 : 0;
        return past;
    }

    /** The first place from one on that the search for a program has not passed. */
    int firstOpen(int program, int place) {
        return isPast(program, place) ? resumes[program] : place;
    }

    /** Has the search for a program go on at a place, behind a finding. */
    void resumeAt(int program, int place) {
        turns++;
        touch(program);
        resumes[program] = place;
    }

    /**
     * The first place where a match of a program is still to be tried, of those from {@code first} to {@code last}.
     * From now on all of them count as tried: literals in a row ask for the same places again and again.
     */
    int firstUntried(int program, int first, int last) {
        touch(program);
        boolean follows = first >= triedFrom[program] && first <= triedTo[program];
        int untried = follows ? triedTo[program] : first;
        if (!follows) {
            triedFrom[program] = first;
            triedTo[program] = last + 1;
        } else if (last >= untried) {
            triedTo[program] = last + 1;
        }
        return untried;
    }

    /** The first place from one on that is not among those where no value of a program stands. */
    int pastMisses(int program, int from) {
        return from >= triedFrom[program] && from < triedTo[program] ? triedTo[program] : from;
    }

    /** Notes that no value of a program stands from one place to before another. */
    void miss(int program, int from, int to) {
        if (from < triedFrom[program] || from > triedTo[program]) {
            touch(program);
            triedFrom[program] = from;
            triedTo[program] = to;
        } else if (to > triedTo[program]) {
            touch(program);
            triedTo[program] = to;
        }
    }

    /** Whether the last value that a program refused started here: names in names ask for the same value. */
    boolean isRefused(int program, int value) {
        return refused[program] == value + 1;
    }

    void refuse(int program, int value) {
        touch(program);
        refused[program] = value + 1;
    }

    /** Whether the last value of a program that was offered and is no finding started here. */
    boolean isJudged(int program, int value) {
        return judged[program] == value + 1;
    }

    void judge(int program, int value) {
        touch(program);
        judged[program] = value + 1;
    }

    /** How often something was found in the text, or was passed because of what was found. */
    int turns() {
        return turns;
    }

    private void touch(int program) {
        if (resumes[program] == 0 && triedTo[program] == 0 && refused[program] == 0 && judged[program] == 0) {
            touched[touchedCount++] = program;
        }
    }

    /** Forgets the text. */
    void clear() {
        turns = 0;
        while (touchedCount > 0) {
            int program = touched[--touchedCount];
            resumes[program] = 0;
            triedFrom[program] = 0;
            triedTo[program] = 0;
            refused[program] = 0;
            judged[program] = 0;
        }
    }
}
