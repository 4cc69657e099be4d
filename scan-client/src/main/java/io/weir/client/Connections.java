package io.weir.client;

import java.io.IOException;
import java.net.URI;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Connections to one server, kept between requests. The thread that asks also writes and reads, so an answer costs no
 * change of threads. A request is sent once at most: a kept connection is tested before it is used again, and
 * where one fails nevertheless nobody can know whether the server took the request. Safe to share between threads.
 */
final class Connections {

    private static final int KEPT_MILLIS_MAX = 30_000;

    private final URI server;
    private final int connectMillis;
    private final int answerMillis;
    private final int answerBytesMax;
    private final Deque<Connection> kept = new ConcurrentLinkedDeque<>();

    Connections(ScanClientConfig config) {
        this.server = config.url();
        this.connectMillis = config.connectMillis();
        this.answerMillis = config.answerMillis();
        this.answerBytesMax = config.answerBytesMax();
    }

    /**
     * The answer to a request.
     *
     * @throws TimeoutException if there is none in time, connecting included
     * @throws IOException if there is none
     */
    HttpAnswer exchange(byte[] request) throws IOException, TimeoutException, InterruptedException {
        Connection reused = takeKept();
        Connection connection = reused == null ? new Connection() : reused;
        CompletableFuture<Void> over = new CompletableFuture<>();
        // Closing bounds all of it: connecting, a server that does not read, and an answer that never ends.
        over.orTimeout(answerMillis, TimeUnit.MILLISECONDS).whenComplete((nothing, late) -> {
            if (late != null) {
                connection.close();
            }
        });
        boolean keep = false;
        try {
            if (reused == null) {
                connection.connect(server, connectMillis);
            }
            HttpAnswer answer = connection.exchange(request, answerBytesMax);
            keep = over.complete(null) && answer.keepsConnection();
            return answer;
        } catch (IOException e) {
            throw failure(e, !over.complete(null), reused != null);
        } finally {
            over.complete(null);
            release(connection, keep);
        }
    }

    private IOException failure(IOException cause, boolean late, boolean reused)
            throws TimeoutException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while waiting for " + server);
        }
        if (late) {
            throw new TimeoutException("no answer within " + answerMillis + " ms");
        }
        if (reused) {
            // The server has gone, and the other connections with it.
            forgetAll();
        }
        return cause;
    }

    private @Nullable Connection takeKept() {
        for (Connection connection = kept.pollFirst(); connection != null; connection = kept.pollFirst()) {
            if (connection.unusedMillis() <= KEPT_MILLIS_MAX && !connection.isStale()) {
                return connection;
            }
            connection.close();
        }
        return null;
    }

    private void release(Connection connection, boolean keep) {
        if (!keep) {
            connection.close();
            return;
        }
        kept.addFirst(connection);
        Connection oldest = kept.peekLast();
        if (oldest != null && oldest.unusedMillis() > KEPT_MILLIS_MAX && kept.removeLastOccurrence(oldest)) {
            oldest.close();
        }
    }

    private void forgetAll() {
        for (Connection connection = kept.pollFirst(); connection != null; connection = kept.pollFirst()) {
            connection.close();
        }
    }
}
