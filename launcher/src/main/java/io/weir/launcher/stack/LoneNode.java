package io.weir.launcher.stack;

import io.weir.client.ScanClientConfig;
import io.weir.engine.approval.CallDigests;
import io.weir.engine.decide.InlineJudge;
import io.weir.engine.decide.RiskSources;
import io.weir.engine.policy.PolicySource;
import io.weir.launcher.config.EngineConfig;
import io.weir.launcher.config.RulesConfig;
import io.weir.launcher.config.Settings;
import io.weir.messaging.memory.MemorySharedLogs;
import io.weir.platform.config.Config;
import io.weir.platform.config.ConfigSource;
import io.weir.platform.config.Secret;
import io.weir.platform.health.Readiness;
import io.weir.platform.lifecycle.Lifecycle;
import io.weir.platform.metrics.Metrics;
import io.weir.scanapi.ScanApi;
import io.weir.scanapi.ScanApiConfig;
import io.weir.scanapi.ScanApiParts;
import io.weir.scanapi.approval.ApprovalConfig;
import io.weir.scanapi.key.AgentSecrets;
import io.weir.scanapi.recall.RecallConfig;
import io.weir.scanapi.rules.LoadedRules;
import io.weir.scanapi.scan.WarmUp;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;

/**
 * A scan API in this process for one client in it. Nothing is stored: what it has learnt, and what people have decided,
 * ends with the process.
 */
public final class LoneNode implements AutoCloseable {

    private static final int KEY_BYTES = 32;
    private static final int WARM_UP_CALLS = 20;
    private static final int WARM_UP_MILLIS_MAX = 1_000;

    private final Lifecycle lifecycle = new Lifecycle(InstantSource.system());
    private final ScanClientConfig client;

    /**
     * A node that has started.
     *
     * @param source settings; where the node listens and which key it takes are its own
     * @param policies by which it decides
     */
    public LoneNode(ConfigSource source, PolicySource policies) {
        String key = HexFormat.of().formatHex(random());
        Config config = source.withOption("scan_api.host", "127.0.0.1", "the command")
                .withOption("scan_api.port", "0", "the command")
                .withOption("scan_api.keys", "default:" + key, "the command")
                .withOption("scan_api.warm_up_calls", "0", "the command")
                .read(Settings.SECTIONS);
        byte[] masterKey = random();
        Metrics metrics = lifecycle.start("metrics", Metrics::create);
        LonePorts ports = new LonePorts();
        InlineJudge judge = InlineJudge.create(
                config.get(EngineConfig.SECTION),
                masterKey,
                LoadedRules.read(config.get(RulesConfig.SECTION).choice(), masterKey),
                policies,
                RiskSources.NONE);
        warmUp(judge);
        ScanApiParts parts = ScanApiParts.of(
                judge,
                ports,
                ports.taints(),
                new CallDigests(masterKey),
                new AgentSecrets(masterKey),
                new MemorySharedLogs(),
                metrics,
                new Readiness());
        ScanApi api = lifecycle.start(
                "scan-api",
                () -> ScanApi.start(
                        config.get(ScanApiConfig.SECTION),
                        config.get(ApprovalConfig.SECTION),
                        config.get(RecallConfig.SECTION),
                        parts));
        ScanClientConfig configured = config.get(ScanClientConfig.SECTION);
        this.client = new ScanClientConfig(
                URI.create(api.url().toString()),
                Secret.of(key),
                configured.connectMillis(),
                configured.answerMillis(),
                configured.answerBytesMax());
    }

    /**
     * Beside the start of the client's server, so that neither waits for the other, nor the first call for the rules.
     */
    private static void warmUp(InlineJudge judge) {
        Thread thread = new Thread(() -> new WarmUp(judge).run(WARM_UP_CALLS, WARM_UP_MILLIS_MAX), "weir-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private static byte[] random() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** How it is asked. */
    public ScanClientConfig client() {
        return client;
    }

    @Override
    public void close() {
        lifecycle.close();
    }
}
