package io.weir.scanapi.policy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.engine.policy.ActivePolicies;
import io.weir.engine.policy.PolicySource;
import io.weir.engine.policy.text.PolicyFileException;
import io.weir.platform.folder.FolderContent;
import io.weir.platform.folder.WatchedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The policies of a directory as they are now. Safe to share between threads. */
public final class PolicyWatch implements PolicySource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyWatch.class);

    private final Path directory;
    private final WatchedFolder<Map<String, ActivePolicies>> folder;

    private PolicyWatch(Path directory, WatchedFolder<Map<String, ActivePolicies>> folder) {
        this.directory = directory;
        this.folder = folder;
    }

    /**
     * Loads the policies and starts to look for changes. A directory that is not there yet holds none.
     *
     * @param period between two looks
     * @throws PoliciesUnusable with all problems
     */
    public static PolicyWatch start(PolicyChoice choice, Duration period, MeterRegistry meters) {
        try {
            WatchedFolder<Map<String, ActivePolicies>> folder =
                    WatchedFolder.start("policies", choice.directory(), new Content(choice), period, meters);
            Gauge.builder("weir.policies.rules", folder, watched -> rules(watched.active()))
                    .description("Rules of policies at work.")
                    .register(meters);
            return new PolicyWatch(choice.directory(), folder);
        } catch (IOException | PolicyFileException e) {
            throw new PoliciesUnusable(choice.directory(), e);
        }
    }

    private record Content(PolicyChoice choice) implements FolderContent<Map<String, ActivePolicies>> {

        @Override
        public List<Path> files() throws IOException {
            return PolicyFolder.allFiles(choice.directory());
        }

        @Override
        public Map<String, ActivePolicies> load() throws IOException {
            PolicyFolder.Loaded loaded = PolicyFolder.read(choice);
            loaded.warnings().forEach(warning -> LOG.warn("event=policy_warning problem=\"{}\"", warning.line()));
            return loaded.policies();
        }

        @Override
        public long count(Map<String, ActivePolicies> policies) {
            return rules(policies);
        }
    }

    private static int rules(Map<String, ActivePolicies> policies) {
        return policies.values().stream().mapToInt(one -> one.active().size()).sum();
    }

    @Override
    public ActivePolicies of(String tenant) {
        return PolicyFolder.Loaded.of(folder.active(), tenant);
    }

    /** The directory that is watched. */
    public Path directory() {
        return directory;
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
