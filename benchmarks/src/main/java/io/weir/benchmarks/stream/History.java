package io.weir.benchmarks.stream;

import io.weir.schemas.event.SessionEvent;
import java.util.Random;
import java.util.function.Consumer;

/**
 * What a fleet of agents does: each session begins with a short read, the response of which is all there is; then
 * sessions drawn by chance take steps. Two steps of three read 4 KB, one writes 4 KB; half of the writes go outside,
 * and one in fifty leaks what its session read last. Other agents begin with sessions of their own, so nobody else has
 * read what is leaked. A session takes a step every 20 seconds of event time on average.
 *
 * <p>The same seed makes the same history. Not thread-safe.
 */
final class History {

    private static final long STEP_MILLIS_OF_SESSION = 20_000;
    private static final long BEGIN_MILLIS = 1_795_000_000_000L;
    private static final int LEAK_ONE_IN = 50;

    private final StepLibrary library;
    private final Random random;
    private final int[] lastRead;
    private long number;
    private int leaks;

    History(StepLibrary library, int sessions, long seed) {
        this.library = library;
        this.random = new Random(seed);
        this.lastRead = new int[sessions];
    }

    /** Every session's first read: one event each. */
    void begin(Consumer<SessionEvent> sink) {
        for (int session = 0; session < lastRead.length; session++) {
            number++;
            Step greeting =
                    library.greetings().get(session % library.greetings().size());
            sink.accept(greeting.response(name(session), number, number, timeMillis()));
        }
    }

    /** So many steps: two events each. */
    void go(int steps, Consumer<SessionEvent> sink) {
        for (int i = 0; i < steps; i++) {
            number++;
            int session = random.nextInt(lastRead.length);
            if (random.nextInt(3) < 2) {
                lastRead[session] = Math.toIntExact(number);
                publish(library.reads().get(readOf(number)), session, number, sink);
            } else if (random.nextInt(LEAK_ONE_IN) == 0 && lastRead[session] > 0) {
                leaks++;
                publish(library.leaks().get(readOf(lastRead[session])), session, lastRead[session], sink);
            } else {
                publish(library.writes().get(readOf(number)), session, number, sink);
            }
        }
    }

    /** Leaks so far. */
    int leaks() {
        return leaks;
    }

    private void publish(Step step, int session, long salt, Consumer<SessionEvent> sink) {
        sink.accept(step.call(name(session), number, salt, timeMillis()));
        sink.accept(step.response(name(session), number, salt, timeMillis() + 1));
    }

    private int readOf(long ofNumber) {
        return (int) (ofNumber % library.reads().size());
    }

    private long timeMillis() {
        return BEGIN_MILLIS + number * STEP_MILLIS_OF_SESSION / lastRead.length;
    }

    private static String name(int session) {
        return "session-" + session;
    }
}
