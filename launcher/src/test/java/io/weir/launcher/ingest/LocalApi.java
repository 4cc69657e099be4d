package io.weir.launcher.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.engine.approval.CallDigests;
import io.weir.engine.decide.InlineJudge;
import io.weir.engine.settings.EngineSettings;
import io.weir.messaging.memory.MemoryEventPublisher;
import io.weir.messaging.memory.MemorySharedLogs;
import io.weir.messaging.memory.MemoryTaints;
import io.weir.platform.config.Config;
import io.weir.platform.config.ConfigSource;
import io.weir.platform.config.Secret;
import io.weir.platform.health.Readiness;
import io.weir.platform.metrics.Metrics;
import io.weir.scanapi.ScanApi;
import io.weir.scanapi.ScanApiConfig;
import io.weir.scanapi.ScanApiParts;
import io.weir.scanapi.approval.ApprovalConfig;
import io.weir.scanapi.key.AgentSecrets;
import io.weir.scanapi.policy.PolicyChoice;
import io.weir.scanapi.policy.PolicyDesk;
import io.weir.scanapi.policy.PolicyWatch;
import io.weir.scanapi.recall.RecallConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scan API on a free port that keeps its events in memory. */
public final class LocalApi implements AutoCloseable {

    private static final byte[] MASTER_KEY = "a master key for tests".getBytes(StandardCharsets.US_ASCII);

    private final MemoryEventPublisher events;
    private final Metrics metrics = Metrics.create();
    private final @Nullable PolicyWatch policies;
    private final ScanApi api;

    private LocalApi(MemoryEventPublisher events, String adminToken, @Nullable PolicyWatch policies) {
        this.events = events;
        this.policies = policies;
        Config config = ConfigSource.empty()
                .withOption("scan_api.port", "0", "test")
                .withOption("scan_api.warm_up_calls", "0", "test")
                .withOption("scan_api.admin_token", adminToken, "test")
                .read(List.of(ScanApiConfig.SECTION, RecallConfig.SECTION));
        ScanApiParts parts = ScanApiParts.of(
                InlineJudge.create(EngineSettings.DEFAULT, MASTER_KEY),
                events,
                new MemoryTaints(events).ports(),
                new CallDigests(MASTER_KEY),
                new AgentSecrets(MASTER_KEY),
                new MemorySharedLogs(),
                metrics,
                new Readiness());
        this.api = ScanApi.start(
                config.get(ScanApiConfig.SECTION),
                ApprovalConfig.SECTION.defaults(),
                config.get(RecallConfig.SECTION),
                policies == null ? parts : parts.with(new PolicyDesk(policies, InstantSource.system())));
    }

    /** Starts one with room for this many events. */
    public static LocalApi start(int capacity) {
        return new LocalApi(new MemoryEventPublisher(capacity), "", null);
    }

    /** Starts one that this operator may administer. */
    public static LocalApi startFor(Secret adminToken) {
        return new LocalApi(new MemoryEventPublisher(), adminToken.reveal(), null);
    }

    /** The same, which keeps the policies that are applied in this directory. */
    public static LocalApi startFor(Secret adminToken, Path policies) {
        PolicyWatch watch =
                PolicyWatch.start(PolicyChoice.of(policies), Duration.ofHours(1), new SimpleMeterRegistry());
        return new LocalApi(new MemoryEventPublisher(), adminToken.reveal(), watch);
    }

    /** Its address. */
    public String url() {
        return api.url();
    }

    /** What it stored. */
    public MemoryEventPublisher events() {
        return events;
    }

    @Override
    public void close() {
        api.close();
        if (policies != null) {
            policies.close();
        }
        metrics.close();
    }
}
