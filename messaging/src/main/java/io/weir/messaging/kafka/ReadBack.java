package io.weir.messaging.kafka;

import io.weir.messaging.PublishFailed;
import io.weir.messaging.PublishFailed.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Who waits until this node has read up to an offset. Safe to share between threads. */
final class ReadBack {

    private final NavigableMap<Long, List<CompletableFuture<Void>>> waiting = new TreeMap<>();
    private long next;
    private boolean closed;

    /** Completes {@code done} when the record at {@code offset} has been read, which may be so already. */
    void await(long offset, CompletableFuture<Void> done) {
        synchronized (this) {
            if (!closed && offset >= next) {
                waiting.computeIfAbsent(offset, unknown -> new ArrayList<>()).add(done);
                return;
            }
        }
        done.complete(null);
    }

    /** All before {@code offset} has been read. */
    void reached(long offset) {
        List<CompletableFuture<Void>> done = new ArrayList<>();
        synchronized (this) {
            next = Math.max(next, offset);
            NavigableMap<Long, List<CompletableFuture<Void>>> read = waiting.headMap(offset, false);
            read.values().forEach(done::addAll);
            read.clear();
        }
        done.forEach(future -> future.complete(null));
    }

    /** Nothing will be read any more: whoever waits is told so. */
    void close(String where) {
        List<CompletableFuture<Void>> left = new ArrayList<>();
        synchronized (this) {
            closed = true;
            waiting.values().forEach(left::addAll);
            waiting.clear();
        }
        left.forEach(future -> future.completeExceptionally(new PublishFailed(Reason.CLOSED, where, null)));
    }
}
