package io.weir.scanapi.risk;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.engine.threat.ThreatTable;
import io.weir.platform.folder.WatchedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The feeds of threats of a directory as they are now. Safe to share between threads. */
public final class ThreatWatch implements AutoCloseable {

    private final WatchedFolder<Map<String, ThreatTable>> folder;

    private ThreatWatch(WatchedFolder<Map<String, ThreatTable>> folder) {
        this.folder = folder;
    }

    /**
     * Loads the feeds and starts to look for changes. A directory that is not there yet holds none.
     *
     * @param period between two looks
     * @throws UncheckedIOException if a feed cannot be read
     */
    public static ThreatWatch start(Path directory, Duration period, MeterRegistry meters) {
        try {
            WatchedFolder<Map<String, ThreatTable>> folder =
                    WatchedFolder.start("feeds", directory, new FeedFolder(directory), period, meters);
            Gauge.builder("weir.feeds.entries", folder, ThreatWatch::entries)
                    .description("Entries of feeds of threats at work.")
                    .register(meters);
            return new ThreatWatch(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the feeds of threats in " + directory + " cannot be read", e);
        }
    }

    private static double entries(WatchedFolder<Map<String, ThreatTable>> folder) {
        return folder.active().values().stream().mapToInt(ThreatTable::size).sum();
    }

    /** What the feeds of a tenant list. */
    public ThreatTable of(String tenant) {
        Map<String, ThreatTable> tables = folder.active();
        ThreatTable own = tables.get(tenant);
        return own != null && !tenant.isEmpty() ? own : tables.getOrDefault("", ThreatTable.EMPTY);
    }

    /** Takes over what the directory holds now, without waiting for the next look. */
    public void look() {
        folder.look();
    }

    @Override
    public void close() {
        folder.close();
    }
}
