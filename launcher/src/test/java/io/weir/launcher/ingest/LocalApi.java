package io.weir.launcher.ingest;

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
import io.weir.scanapi.recall.RecallConfig;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A scan API on a free port that keeps its events in memory. */
public final class LocalApi implements AutoCloseable {

    private static final byte[] MASTER_KEY = "a master key for tests".getBytes(StandardCharsets.US_ASCII);

    private final MemoryEventPublisher events;
    private final Metrics metrics = Metrics.create();
    private final ScanApi api;

    private LocalApi(MemoryEventPublisher events, String adminToken) {
        this.events = events;
        Config config = ConfigSource.empty()
                .withOption("scan_api.port", "0", "test")
                .withOption("scan_api.warm_up_calls", "0", "test")
                .withOption("scan_api.admin_token", adminToken, "test")
                .read(List.of(ScanApiConfig.SECTION, RecallConfig.SECTION));
        this.api = ScanApi.start(
                config.get(ScanApiConfig.SECTION),
                ApprovalConfig.SECTION.defaults(),
                config.get(RecallConfig.SECTION),
                ScanApiParts.of(
                        InlineJudge.create(EngineSettings.DEFAULT, MASTER_KEY),
                        events,
                        new MemoryTaints(events).ports(),
                        new CallDigests(MASTER_KEY),
                        new AgentSecrets(MASTER_KEY),
                        new MemorySharedLogs(),
                        metrics,
                        new Readiness()));
    }

    /** Starts one with room for this many events. */
    public static LocalApi start(int capacity) {
        return new LocalApi(new MemoryEventPublisher(capacity), "");
    }

    /** Starts one that this operator may administer. */
    public static LocalApi startFor(Secret adminToken) {
        return new LocalApi(new MemoryEventPublisher(), adminToken.reveal());
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
        metrics.close();
    }
}
