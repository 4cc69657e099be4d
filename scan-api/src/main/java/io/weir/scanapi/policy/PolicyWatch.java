package io.weir.scanapi.policy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.engine.policy.ActivePolicies;
import io.weir.engine.policy.PolicySource;
import io.weir.engine.policy.text.PolicyFileException;
import io.weir.engine.policy.text.PolicyProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policies of a directory as they are now. It looks at the directory every few seconds; when that has changed, new
 * policies are loaded beside the active ones and take their place at once. Policies that cannot be used leave the active
 * ones as they are.
 *
 * <p>Safe to share between threads.
 */
public final class PolicyWatch implements PolicySource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyWatch.class);

    private final PolicyChoice choice;
    private final Path directory;
    private final Counter reloaded;
    private final Counter refused;
    private final ScheduledExecutorService observer;
    private volatile Active active;
    private @Nullable FileStamps refusedStamps;

    private record Active(FileStamps stamps, Map<String, ActivePolicies> policies) {

        ActivePolicies of(String tenant) {
            ActivePolicies own = policies.get(tenant);
            return own != null ? own : policies.getOrDefault("", ActivePolicies.NONE);
        }

        int rules() {
            return policies.values().stream()
                    .mapToInt(one -> one.active().size())
                    .sum();
        }
    }

    private PolicyWatch(PolicyChoice choice, MeterRegistry meters) {
        this.choice = choice;
        this.directory = choice.directory();
        this.active = first();
        this.reloaded = counter(meters, "weir.policies.reloaded", "Changed policy directories that were taken over.");
        this.refused = counter(meters, "weir.policies.refused", "Changed policy directories that cannot be used.");
        Gauge.builder("weir.policies.rules", this, watch -> watch.active.rules())
                .description("Rules of policies at work.")
                .register(meters);
        this.observer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "weir-policies");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder(name).description(description).register(meters);
    }

    /**
     * Loads the policies and starts to look for changes. A directory that is not there yet holds none.
     *
     * @param period between two looks
     * @throws PoliciesUnusable with all problems
     */
    public static PolicyWatch start(PolicyChoice choice, Duration period, MeterRegistry meters) {
        PolicyWatch watch = new PolicyWatch(choice, meters);
        watch.observer.scheduleWithFixedDelay(watch::look, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    private Active first() {
        try {
            Active first = load(FileStamps.of(PolicyFolder.allFiles(directory)));
            LOG.info(
                    "event=policies_loaded directory={} files={} rules={}",
                    directory,
                    first.stamps.files().size(),
                    first.rules());
            return first;
        } catch (IOException | PolicyFileException e) {
            throw new PoliciesUnusable(directory, e);
        }
    }

    private Active load(FileStamps stamps) throws IOException {
        PolicyFolder.Loaded loaded = PolicyFolder.read(choice);
        warn(loaded.warnings());
        return new Active(stamps, loaded.policies());
    }

    private static void warn(List<PolicyProblem> warnings) {
        warnings.forEach(warning -> LOG.warn("event=policy_warning problem=\"{}\"", warning.line()));
    }

    @Override
    public ActivePolicies of(String tenant) {
        return active.of(tenant);
    }

    /** The directory that is watched. */
    public Path directory() {
        return directory;
    }

    /** Takes over what the directory holds now, without waiting for the next look. */
    public synchronized void look() {
        FileStamps stamps = null;
        try {
            stamps = FileStamps.of(PolicyFolder.allFiles(directory));
            if (!stamps.equals(active.stamps) && !stamps.equals(refusedStamps)) {
                active = load(stamps);
                refusedStamps = null;
                reloaded.increment();
                LOG.info("event=policies_reloaded directory={} rules={}", directory, active.rules());
            }
        } catch (IOException | RuntimeException e) {
            refuse(stamps, e);
        }
    }

    private void refuse(@Nullable FileStamps stamps, Exception cause) {
        FileStamps seen = stamps == null ? new FileStamps(List.of()) : stamps;
        if (!seen.equals(refusedStamps)) {
            refusedStamps = seen;
            refused.increment();
            LOG.error("event=policies_refused directory={} cause=\"{}\"", directory, cause.getMessage());
        }
    }

    @Override
    public void close() {
        observer.shutdownNow();
    }
}
