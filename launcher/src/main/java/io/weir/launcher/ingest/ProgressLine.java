package io.weir.launcher.ingest;

import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** One line on a terminal that says how far the work is; nothing at all where output is not a terminal. */
final class ProgressLine {

    private static final int EVENTS_PER_UPDATE = 100;

    private final PrintWriter err;
    private final boolean shows;

    private ProgressLine(PrintWriter err, boolean shows) {
        this.err = err;
        this.shows = shows;
    }

    /** A line that shows itself if this process talks to a terminal. */
    static ProgressLine on(PrintWriter err) {
        return new ProgressLine(err, isTerminal(System.console()));
    }

    /** Says how many events were read and how many are done. */
    void update(long read, IngestTally tally) {
        if (shows && read % EVENTS_PER_UPDATE == 0) {
            err.print("\r" + read + " events read, " + tally.events() + " done");
            err.flush();
        }
    }

    /** Wipes the line. */
    void clear() {
        if (shows) {
            err.print("\r" + " ".repeat(60) + "\r");
            err.flush();
        }
    }

    /** Since Java 22 there is always a console, and it says itself whether it is a terminal. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
