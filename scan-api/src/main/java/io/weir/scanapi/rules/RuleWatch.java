package io.weir.scanapi.rules;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.engine.detect.Detector;
import io.weir.engine.detect.RuleCatalog;
import io.weir.engine.detect.Search;
import io.weir.engine.detect.SearchSource;
import io.weir.engine.fingerprint.FingerprintKeys;
import io.weir.engine.rule.RuleFileException;
import io.weir.engine.rule.RuleWarning;
import io.weir.engine.tenant.TenantRules;
import io.weir.engine.tenant.TenantSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches with the operator's own rules and with what tenants add. It looks at their directory every few seconds; when that has changed, a new
 * detector is made beside the active one and takes its place at once. Rules that cannot be used leave the active ones as
 * they are.
 *
 * <p>Safe to share between threads. Whoever scans asks for the detector once per scan.
 */
public final class RuleWatch implements SearchSource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RuleWatch.class);

    private final Path directory;
    private final FingerprintKeys keys;
    private final Counter allowed;
    private final Counter reloaded;
    private final Counter refused;
    private final ScheduledExecutorService observer;
    private volatile Active active;
    private @Nullable FolderState refusedState;

    private record Active(FolderState state, Detector detector, int rules, Map<String, TenantRules> tenants) {}

    private RuleWatch(Path directory, Active first, FingerprintKeys keys, MeterRegistry meters) {
        this.directory = directory;
        this.keys = keys;
        this.allowed =
                counter(meters, "weir.findings.allowed", "Findings that were dropped because tenants allow them.");
        this.active = first;
        this.reloaded = counter(meters, "weir.rules.reloaded", "Changed rule directories that were taken over.");
        this.refused = counter(meters, "weir.rules.refused", "Changed rule directories that cannot be used.");
        Gauge.builder("weir.rules.active", this, watch -> watch.active.rules)
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
     * @param directory of rule files
     * @param period between two looks
     * @param masterKey that the tenants' fingerprint keys are derived from
     * @throws RulesUnusable with all problems
     */
    public static RuleWatch start(Path directory, Duration period, byte[] masterKey, MeterRegistry meters) {
        FingerprintKeys keys = new FingerprintKeys(masterKey);
        Active first;
        try {
            first = load(directory, FolderState.of(directory), keys);
        } catch (IOException | IllegalArgumentException | RuleFileException e) {
            throw new RulesUnusable(directory, e);
        }
        LOG.info(
                "event=rules_loaded directory={} files={} rules={}",
                directory,
                first.state.files().size(),
                first.rules);
        RuleWatch watch = new RuleWatch(directory, first, keys, meters);
        watch.observer.scheduleWithFixedDelay(watch::look, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    private static Active load(Path directory, FolderState state, FingerprintKeys keys) throws IOException {
        RuleCatalog catalog = RuleCatalog.standard().withoutOptional().extendedBy(RuleFolder.read(directory));
        Active loaded =
                new Active(state, new Detector(catalog), catalog.rules().size(), TenantFolder.read(directory, keys));
        warn(catalog.warnings());
        return loaded;
    }

    private static void warn(List<RuleWarning> warnings) {
        for (RuleWarning warning : warnings) {
            LOG.warn(
                    "event=rule_done_differently file={} rule={} feature=\"{}\" instead=\"{}\"",
                    warning.file(),
                    warning.rule(),
                    warning.feature(),
                    warning.instead());
        }
    }

    @Override
    public Search of(String tenant, long timeMillis) {
        Active now = active;
        TenantRules rules = now.tenants.get(tenant);
        return rules == null
                ? now.detector
                : new TenantSearch(now.detector, rules, keys.of(tenant), timeMillis, allowed::increment);
    }

    private double expired() {
        long now = InstantSource.system().millis();
        return active.tenants.values().stream()
                .mapToInt(rules -> rules.expired(now))
                .sum();
    }

    /** Looks once. A state that was refused is not tried again until it changes. */
    private void look() {
        FolderState state = null;
        try {
            state = FolderState.of(directory);
            if (!state.equals(active.state) && !state.equals(refusedState)) {
                active = load(directory, state, keys);
                refusedState = null;
                reloaded.increment();
                LOG.info("event=rules_reloaded directory={} rules={}", directory, active.rules);
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
