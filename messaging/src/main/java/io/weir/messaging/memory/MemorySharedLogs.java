package io.weir.messaging.memory;

import io.weir.messaging.PublishFailed;
import io.weir.messaging.PublishFailed.Reason;
import io.weir.messaging.log.SharedLog;
import io.weir.messaging.log.SharedLogs;
import io.weir.platform.health.Health;
import io.weir.schemas.topic.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Shared logs in memory, for tests and evaluation runs that need no broker. Nodes that are given the same instance
 * share its logs; one that opens a log later reads it from the beginning. Safe to share between threads.
 */
public final class MemorySharedLogs implements SharedLogs {

    private final Map<String, Entries> logs = new HashMap<>();

    @Override
    public synchronized <E> SharedLog<E> open(
            Topic topic, Class<E> type, Function<E, String> key, Consumer<E> listener) {
        Entries entries = logs.computeIfAbsent(topic.name(), name -> new Entries());
        Consumer<Object> reader = entry -> listener.accept(type.cast(entry));
        entries.follow(reader);
        return new MemoryLog<>(topic, entries, reader);
    }

    /** What is in a log, and who reads it. Appending hands the entry to all readers at once. */
    private static final class Entries {

        private final List<Object> entries = new ArrayList<>();
        private final List<Consumer<Object>> readers = new ArrayList<>();

        synchronized void follow(Consumer<Object> reader) {
            entries.forEach(reader);
            readers.add(reader);
        }

        synchronized void append(Object entry) {
            entries.add(entry);
            readers.forEach(reader -> reader.accept(entry));
        }

        synchronized void leave(Consumer<Object> reader) {
            readers.remove(reader);
        }
    }

    private static final class MemoryLog<E> implements SharedLog<E> {

        private final Topic topic;
        private final Entries entries;
        private final Consumer<Object> reader;
        private volatile boolean closed;

        private MemoryLog(Topic topic, Entries entries, Consumer<Object> reader) {
            this.topic = topic;
            this.entries = entries;
            this.reader = reader;
        }

        @Override
        public CompletionStage<Void> append(E entry) {
            if (closed) {
                return CompletableFuture.failedFuture(new PublishFailed(Reason.CLOSED, topic.name(), null));
            }
            entries.append(entry);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public Health health() {
            return closed ? Health.down("the log is closed") : Health.UP;
        }

        @Override
        public void close() {
            closed = true;
            entries.leave(reader);
        }
    }
}
