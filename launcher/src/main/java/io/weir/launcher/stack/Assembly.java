package io.weir.launcher.stack;

import io.weir.client.ScanClientConfig;
import io.weir.correlator.Correlator;
import io.weir.correlator.CorrelatorConfig;
import io.weir.correlator.push.SiemConfig;
import io.weir.correlator.push.SiemPush;
import io.weir.edge.envoy.EnvoyConfig;
import io.weir.edge.envoy.EnvoyEdge;
import io.weir.edge.gateway.EdgeConfig;
import io.weir.edge.gateway.Gateway;
import io.weir.edge.hook.HookConfig;
import io.weir.edge.hook.HookHandler;
import io.weir.edge.mcp.McpConfig;
import io.weir.edge.mcp.McpEdge;
import io.weir.edge.mcp.http.McpHandler;
import io.weir.edge.mcp.registered.RegisteredHandler;
import io.weir.launcher.broker.EmbeddedBroker;
import io.weir.launcher.config.AdminToken;
import io.weir.launcher.config.KafkaConfig;
import io.weir.launcher.config.OperationsConfig;
import io.weir.launcher.config.Settings;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.messaging.topic.TopicAdmin;
import io.weir.platform.config.Config;
import io.weir.platform.config.ConfigSource;
import io.weir.platform.health.Readiness;
import io.weir.platform.lifecycle.Lifecycle;
import io.weir.platform.metrics.Metrics;
import io.weir.scanapi.ScanApi;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Starts the parts of Weir that one process holds, and closes them in reverse. All parts of a process share its
 * configuration, meters and readiness.
 */
public final class Assembly implements AutoCloseable {

    private final Config config;
    private final Path folder;
    private final Lifecycle lifecycle = new Lifecycle(InstantSource.system());
    private final Readiness readiness = new Readiness();
    private final Metrics metrics;

    private Assembly(Config config, Path folder) {
        this.config = config;
        this.folder = folder;
        this.metrics = lifecycle.start("metrics", Metrics::createWithJvm);
    }

    /**
     * An assembly without parts.
     *
     * @param folder data directory
     * @throws io.weir.platform.config.ConfigException if the settings cannot be used
     */
    public static Assembly of(ConfigSource source, Path folder) {
        return new Assembly(
                source.read(Settings.SECTIONS), folder.toAbsolutePath().normalize());
    }

    /**
     * The configured cluster, or a broker that is started here; its topics are created or checked.
     *
     * @throws io.weir.launcher.broker.BrokerUnusable if the broker does not start
     * @throws io.weir.messaging.topic.TopicsUnusable if the topics are not as declared
     */
    public KafkaConnection startKafka() {
        KafkaConfig kafka = config.get(KafkaConfig.SECTION);
        if (!kafka.isEmbedded()) {
            return connectKafka();
        }
        EmbeddedBroker broker = lifecycle.start("broker", () -> EmbeddedBroker.start(folder));
        readiness.register("broker", broker::health);
        return withTopics(kafka.embedded(broker.bootstrap()));
    }

    /**
     * The configured cluster; its topics are created or checked.
     *
     * @throws IllegalArgumentException if none is configured
     * @throws io.weir.messaging.topic.TopicsUnusable if the topics are not as declared
     */
    public KafkaConnection connectKafka() {
        return withTopics(config.get(KafkaConfig.SECTION).connection());
    }

    private static KafkaConnection withTopics(KafkaConnection kafka) {
        try (TopicAdmin admin = TopicAdmin.create(kafka)) {
            admin.ensureAll();
        }
        return kafka;
    }

    /** A correlator; its state is below the data directory. It works from {@link Correlator#ready()} on. */
    public Correlator startCorrelator(KafkaConnection kafka) {
        CorrelatorConfig settings =
                config.get(CorrelatorConfig.SECTION).withStateDirectory(folder.resolve("correlator"));
        Correlator correlator =
                lifecycle.start("correlator", () -> Correlator.start(settings, kafka, metrics.registry()));
        readiness.register("correlator", correlator::health);
        startSiemPush(kafka);
        return correlator;
    }

    /** Events go to a collector from where they are made, if they are to. */
    private void startSiemPush(KafkaConnection kafka) {
        SiemConfig settings = config.get(SiemConfig.SECTION);
        if (settings.isOn()) {
            SiemPush push = lifecycle.start("siem-push", () -> SiemPush.start(settings, kafka, metrics.registry()));
            readiness.register("siem-push", push::health);
        }
    }

    /** A scan API that publishes to this cluster. */
    public ScanApi startScanApi(KafkaConnection kafka) {
        return startScanApi(kafka, null);
    }

    /**
     * A scan API that publishes to this cluster.
     *
     * @param adminToken the operator's token; null for the configured one, if any
     */
    ScanApi startScanApi(KafkaConnection kafka, @Nullable AdminToken adminToken) {
        return new ScanApiAssembly(config, folder, lifecycle, readiness, metrics).start(kafka, adminToken);
    }

    /**
     * A gateway that asks this scan API.
     *
     * @throws IOException if it cannot listen
     */
    public Gateway startGateway(ScanClientConfig scan) throws IOException {
        EdgeConfig settings = EdgeConfig.of(config, folder);
        HookHandler hooks = new HookHandler(
                config.get(HookConfig.SECTION), scan, settings.gateway().tokens(), metrics.registry());
        McpEdge mcp =
                lifecycle.start("mcp", () -> new McpEdge(config.get(McpConfig.SECTION), scan, metrics.registry()));
        McpHandler servers = mcp.handler(scan.apiKey(), settings.gateway().tokens());
        RegisteredHandler registered = mcp.registeredServers(
                settings.gateway().upstreams(), settings.gateway().tokens());
        return lifecycle.start(
                "gateway",
                () -> Gateway.start(settings, scan, readiness, metrics, List.of(hooks, servers, registered)));
    }

    /**
     * What Envoy asks, if an Envoy is to; it asks this scan API.
     *
     * @throws IOException if it cannot listen, or cannot use its certificate
     */
    public Optional<EnvoyEdge> startEnvoy(ScanClientConfig scan) throws IOException {
        EnvoyConfig settings = config.get(EnvoyConfig.SECTION);
        return settings.enabled()
                ? Optional.of(lifecycle.start("envoy", () -> EnvoyEdge.start(settings, scan, metrics.registry())))
                : Optional.empty();
    }

    /** Answers operators where no other part does. */
    public OperationsServer startOperations() throws IOException {
        OperationsConfig settings = config.get(OperationsConfig.SECTION);
        return lifecycle.start("operations", () -> OperationsServer.start(settings, readiness, metrics));
    }

    /** The settings. */
    public Config config() {
        return config;
    }

    /** The meters of all parts. */
    public Metrics metrics() {
        return metrics;
    }

    /** Data directory, absolute. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        lifecycle.close();
    }
}
