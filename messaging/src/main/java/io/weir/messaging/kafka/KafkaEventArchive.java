package io.weir.messaging.kafka;

import io.weir.messaging.EventArchive;
import io.weir.messaging.StoredEvent;
import io.weir.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Gets events from {@link Topics#CALLS} by their offsets, with a few consumers that are kept connected, each on a
 * thread of its own. At most {@value #WAITING_MAX} fetches wait; further ones fail at once.
 */
public final class KafkaEventArchive implements EventArchive, AutoCloseable {

    static final int WAITING_MAX = 1_024;
    private static final int READERS = 4;

    private final BlockingQueue<PlacedFetch> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final List<KafkaEventReader> readers = new ArrayList<>();
    private volatile boolean closed;

    private KafkaEventArchive() {}

    /** An archive of this cluster. The topic must exist. */
    public static KafkaEventArchive create(KafkaConnection connection) {
        KafkaEventArchive archive = new KafkaEventArchive();
        for (int number = 0; number < READERS; number++) {
            archive.readers.add(KafkaEventReader.start(connection, number, archive.waiting));
        }
        return archive;
    }

    @Override
    public CompletionStage<StoredEvent> fetch(int partition, long offset) {
        PlacedFetch fetch = new PlacedFetch(partition, offset, new CompletableFuture<>());
        if (closed) {
            fetch.fail("the archive is closed", null);
        } else if (!waiting.offer(fetch)) {
            fetch.fail("more fetches wait than are taken", null);
        }
        return fetch.event();
    }

    @Override
    public void close() {
        closed = true;
        readers.forEach(KafkaEventReader::stop);
        readers.forEach(KafkaEventReader::close);
        waiting.forEach(fetch -> fetch.fail("the archive is closed", null));
    }
}
