package io.weir.platform.folder;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The content of a directory as it is now. It looks at the directory every few seconds; when that has changed, the new
 * content is loaded beside the active one and takes its place at once. Content that cannot be used leaves the active
 * one as it is, and is not tried again until it changes.
 *
 * <p>Safe to share between threads.
 *
 * @param <T> what the directory is read into; immutable
 */
public final class WatchedFolder<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);

    private final String name;
    private final Path directory;
    private final FolderContent<T> content;
    private final Counter reloaded;
    private final Counter refused;
    private final ScheduledExecutorService observer;
    private volatile Active<T> active;
    private @Nullable FolderState refusedState;

    private record Active<T>(FolderState state, T loaded) {}

    private WatchedFolder(String name, Path directory, FolderContent<T> content, MeterRegistry meters)
            throws IOException {
        this.name = name;
        this.directory = directory;
        this.content = content;
        this.active = load(FolderState.of(content.files()));
        LOG.info(
                "event={}_loaded directory={} files={} rules={}",
                name,
                directory,
                active.state.files().size(),
                content.count(active.loaded));
        this.reloaded = counter(meters, "reloaded", "Changed directories that were taken over.");
        this.refused = counter(meters, "refused", "Changed directories that cannot be used.");
        this.observer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "weir-" + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    private Counter counter(MeterRegistry meters, String event, String description) {
        return Counter.builder("weir." + name + "." + event)
                .description(description)
                .register(meters);
    }

    /**
     * Loads the content and starts to look for changes.
     *
     * @param name one word in the plural, which metrics, log lines and the thread are named by
     * @param period between two looks
     * @throws IOException if a file cannot be read; whatever else {@link FolderContent#load} throws goes through too
     */
    public static <T> WatchedFolder<T> start(
            String name, Path directory, FolderContent<T> content, Duration period, MeterRegistry meters)
            throws IOException {
        WatchedFolder<T> folder = new WatchedFolder<>(name, directory, content, meters);
        folder.observer.scheduleWithFixedDelay(
                folder::look, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
        return folder;
    }

    private Active<T> load(FolderState state) throws IOException {
        return new Active<>(state, content.load());
    }

    /** The content at work. */
    public T active() {
        return active.loaded;
    }

    /** Takes over what the directory holds now, without waiting for the next look. */
    public synchronized void look() {
        FolderState state = null;
        try {
            state = FolderState.of(content.files());
            if (!state.equals(active.state) && !state.equals(refusedState)) {
                active = load(state);
                refusedState = null;
                reloaded.increment();
                LOG.info("event={}_reloaded directory={} rules={}", name, directory, content.count(active.loaded));
            }
        } catch (IOException | RuntimeException e) {
            refuse(state, e);
        }
    }

    private void refuse(@Nullable FolderState state, Exception cause) {
        FolderState seen = state == null ? new FolderState(List.of()) : state;
        if (!seen.equals(refusedState)) {
            refusedState = seen;
            refused.increment();
            LOG.error("event={}_refused directory={} cause=\"{}\"", name, directory, cause.getMessage());
        }
    }

    @Override
    public void close() {
        observer.shutdownNow();
    }
}
