package io.weir.scanapi.export;

import io.weir.messaging.DecisionHistory;
import io.weir.messaging.HistoryUnreadable;
import io.weir.scanapi.http.Refusal;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.RecordPlace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exports decisions of the past, as they are read. At most two at once. Safe to share between threads. */
public final class DecisionExports {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionExports.class);
    private static final int AT_ONCE_MAX = 2;

    /** What is read of a busy fleet before a person gets an answer. */
    public static final int EXAMINED_MAX = 500_000;

    /** The order in which decisions are shown. */
    public static final Comparator<DecisionMade> EARLIEST_FIRST =
            Comparator.comparingLong(DecisionMade::timeMillis).thenComparing(DecisionMade::traceId);

    private final DecisionHistory history;
    private final SiemLines siem;
    private final Semaphore places = new Semaphore(AT_ONCE_MAX);

    /**
     * Exports of a history.
     *
     * @param siem decisions as SIEMs read them
     */
    public DecisionExports(DecisionHistory history, SiemLines siem) {
        this.history = history;
        this.siem = siem;
    }

    /** What is exported. */
    public DecisionHistory history() {
        return history;
    }

    /** No history, so that every export is empty. */
    public static DecisionExports none() {
        return new DecisionExports(DecisionHistory.NONE, (format, made, place) -> new byte[0]);
    }

    /**
     * Reads something of the past for a person, in one of the places.
     *
     * @param what what is read, as the beginning of a sentence
     * @throws Refusal {@code OVERLOADED} if too many read already, {@code EVENTS_UNAVAILABLE} if it cannot be read
     */
    public <T> T reading(String what, Supplier<T> read) {
        reserve();
        try {
            return read.get();
        } catch (HistoryUnreadable e) {
            LOG.warn("event=history_unreadable what={} cause={}", what, String.valueOf(e.getMessage()));
            throw Refusal.of(ErrorCode.EVENTS_UNAVAILABLE, what + " could not be read.");
        } finally {
            release();
        }
    }

    /**
     * Takes a place for an export.
     *
     * @throws Refusal {@code OVERLOADED} if there is none
     */
    public void reserve() {
        if (!places.tryAcquire()) {
            throw Refusal.of(ErrorCode.OVERLOADED, "More than " + AT_ONCE_MAX + " exports are at work.");
        }
    }

    /** Gives the place back. */
    public void release() {
        places.release();
    }

    /**
     * Writes the decisions of a tenant that are wanted.
     *
     * @param limit how many at most
     * @throws HistoryUnreadable if the history cannot be read
     */
    public void write(String tenant, DecisionFilter filter, ExportFormat format, long limit, OutputStream out)
            throws IOException {
        DecisionWriter writer = new DecisionWriter(format, siem, out);
        long[] left = {limit};
        writer.begin();
        try {
            history.read(tenant, filter.fromMillis(), filter.toMillis(), (made, place) -> {
                if (left[0] > 0 && filter.wants(made)) {
                    add(writer, made, place);
                    left[0]--;
                }
                return left[0] > 0;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.end();
    }

    /**
     * The latest of the decisions that are wanted, the earliest first.
     *
     * @param limit how many at most
     * @throws Refusal {@code OVERLOADED} if too many read already, {@code EVENTS_UNAVAILABLE} if the history cannot be
     *     read
     */
    public List<DecisionMade> latest(String tenant, DecisionFilter filter, int limit) {
        return reading("The decisions", () -> readLatest(tenant, filter, limit));
    }

    private List<DecisionMade> readLatest(String tenant, DecisionFilter filter, int limit) {
        PriorityQueue<DecisionMade> latest = new PriorityQueue<>(EARLIEST_FIRST);
        int[] examined = {0};
        history.read(tenant, filter.fromMillis(), filter.toMillis(), (made, place) -> {
            if (filter.wants(made)) {
                latest.add(made);
            }
            if (latest.size() > limit) {
                latest.remove();
            }
            return ++examined[0] < EXAMINED_MAX;
        });
        return latest.stream().sorted(EARLIEST_FIRST).toList();
    }

    private static void add(DecisionWriter writer, DecisionMade made, RecordPlace place) {
        try {
            writer.add(made, place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
