package io.weir.scanapi.rules;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.engine.detect.Search;
import io.weir.engine.detect.SearchSource;
import io.weir.engine.fingerprint.FingerprintKeys;
import io.weir.engine.rule.RuleFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches with the rules of a directory as they are now. It looks at the directory every few seconds; when that has
 * changed, new rules are loaded beside the active ones and take their place at once. Rules that cannot be used leave the
 * active ones as they are.
 *
 * <p>Safe to share between threads. Whoever scans asks for the detector once per scan.
 */
public final class RuleWatch implements SearchSource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RuleWatch.class);

    private final RuleChoice choice;
    private final Path directory;
    private final FingerprintKeys keys;
    private final Counter allowed;
    private final Counter reloaded;
    private final Counter refused;
    private final ScheduledExecutorService observer;
    private volatile Active active;
    private @Nullable FolderState refusedState;

    private record Active(FolderState state, LoadedRules rules) {}

    private RuleWatch(RuleChoice choice, byte[] masterKey, MeterRegistry meters) {
        this.choice = choice;
        this.directory = Objects.requireNonNull(choice.directory());
        this.keys = new FingerprintKeys(masterKey);
        this.allowed =
                counter(meters, "weir.findings.allowed", "Findings that were dropped because tenants allow them.");
        this.active = first();
        this.reloaded = counter(meters, "weir.rules.reloaded", "Changed rule directories that were taken over.");
        this.refused = counter(meters, "weir.rules.refused", "Changed rule directories that cannot be used.");
        Gauge.builder("weir.rules.active", this, watch -> watch.active.rules.count())
                .description("Rules at work.")
                .register(meters);
        Gauge.builder("weir.rules.expired", this, RuleWatch::expired)
                .description("Entries and rules of tenants that have expired and do nothing.")
                .register(meters);
        this.observer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "weir-rules");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder(name).description(description).register(meters);
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
        RuleWatch watch = new RuleWatch(choice, masterKey, meters);
        watch.observer.scheduleWithFixedDelay(watch::look, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    private Active first() {
        try {
            Active first = load(FolderState.of(directory));
            LOG.info(
                    "event=rules_loaded directory={} files={} rules={}",
                    directory,
                    first.state.files().size(),
                    first.rules.count());
            return first;
        } catch (IOException | IllegalArgumentException | RuleFileException e) {
            throw new RulesUnusable(choice, e);
        }
    }

    private Active load(FolderState state) throws IOException {
        return new Active(state, LoadedRules.load(choice, keys, allowed::increment));
    }

    @Override
    public Search of(String tenant, long timeMillis) {
        return active.rules.of(tenant, timeMillis);
    }

    private double expired() {
        return active.rules.expired(InstantSource.system().millis());
    }

    /** Looks once. A state that was refused is not tried again until it changes. */
    private void look() {
        FolderState state = null;
        try {
            state = FolderState.of(directory);
            if (!state.equals(active.state) && !state.equals(refusedState)) {
                active = load(state);
                refusedState = null;
                reloaded.increment();
                LOG.info("event=rules_reloaded directory={} rules={}", directory, active.rules.count());
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
            LOG.error("event=rules_refused directory={} cause=\"{}\"", directory, cause.getMessage());
        }
    }

    @Override
    public void close() {
        observer.shutdownNow();
    }
}
