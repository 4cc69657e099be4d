package io.weir.scanapi.recall;

import io.weir.engine.link.PlacedRead;
import io.weir.engine.link.TaintMark;
import io.weir.messaging.EventArchive;
import io.weir.messaging.StoredEvent;
import io.weir.schemas.event.ResponseObserved;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads that are on their way for one write. For one thread. */
final class Fetches {

    private final Map<TaintMark, CompletableFuture<StoredEvent>> underWay = new LinkedHashMap<>();
    private final long deadlineNanos;

    /** Asks for all of them at once. */
    Fetches(EventArchive archive, List<TaintMark> marks, long waitNanosMax) {
        this.deadlineNanos = System.nanoTime() + waitNanosMax;
        marks.forEach(mark -> underWay.put(
                mark, archive.fetch(mark.partition(), mark.offset()).toCompletableFuture()));
    }

    /** A read, if it comes in time and is what its mark says. */
    Optional<PlacedRead> await(TaintMark mark) {
        CompletableFuture<StoredEvent> event = underWay.get(mark);
        if (event == null) {
            return Optional.empty();
        }
        try {
            return read(mark, event.get(Math.max(0, deadlineNanos - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (ExecutionException | TimeoutException e) {
            event.cancel(false);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<PlacedRead> read(TaintMark mark, StoredEvent stored) {
        return stored.event() instanceof ResponseObserved response
                        && response.eventId().equals(mark.eventId())
                        && response.principal().sessionKey().equals(mark.sessionKey())
                ? Optional.of(new PlacedRead(response, stored.place()))
                : Optional.empty();
    }
}
