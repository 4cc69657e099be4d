package io.weir.scanapi.rules;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.engine.detect.Search;
import io.weir.engine.detect.SearchSource;
import io.weir.engine.fingerprint.FingerprintKeys;
import io.weir.engine.rule.RuleFileException;
import io.weir.platform.folder.FolderContent;
import io.weir.platform.folder.WatchedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Searches with the rules of a directory as they are now.
 *
 * <p>Safe to share between threads. Whoever scans asks for the detector once per scan.
 */
public final class RuleWatch implements SearchSource, AutoCloseable {

    private final WatchedFolder<LoadedRules> folder;

    private RuleWatch(WatchedFolder<LoadedRules> folder) {
        this.folder = folder;
    }

    /**
     * Loads the rules and starts to look for changes.
     *
     * @param choice with a directory
     * @param period between two looks
     * @param masterKey that the tenants' fingerprint keys are derived from
     * @throws RulesUnusable with all problems
     */
    public static RuleWatch start(RuleChoice choice, Duration period, byte[] masterKey, MeterRegistry meters) {
        Path directory = Objects.requireNonNull(choice.directory());
        Counter allowed = Counter.builder("weir.findings.allowed")
                .description("Findings that were dropped because tenants allow them.")
                .register(meters);
        Content content = new Content(choice, directory, new FingerprintKeys(masterKey), allowed);
        try {
            WatchedFolder<LoadedRules> folder = WatchedFolder.start("rules", directory, content, period, meters);
            Gauge.builder(
                            "weir.rules.active",
                            folder,
                            watched -> watched.active().count())
                    .description("Rules at work.")
                    .register(meters);
            Gauge.builder(
                            "weir.rules.expired",
                            folder,
                            watched -> watched.active()
                                    .expired(InstantSource.system().millis()))
                    .description("Entries and rules of tenants that have expired and do nothing.")
                    .register(meters);
            return new RuleWatch(folder);
        } catch (IOException | IllegalArgumentException | RuleFileException e) {
            throw new RulesUnusable(choice, e);
        }
    }

    private record Content(RuleChoice choice, Path directory, FingerprintKeys keys, Counter allowed)
            implements FolderContent<LoadedRules> {

        @Override
        public List<Path> files() throws IOException {
            List<Path> files = new ArrayList<>(RuleFolder.files(directory));
            files.addAll(TenantFolder.files(directory));
            return files;
        }

        @Override
        public LoadedRules load() throws IOException {
            return LoadedRules.load(choice, keys, allowed::increment);
        }

        @Override
        public long count(LoadedRules rules) {
            return rules.count();
        }
    }

    @Override
    public Search of(String tenant, long timeMillis) {
        return folder.active().of(tenant, timeMillis);
    }

    @Override
    public void close() {
        folder.close();
    }
}
