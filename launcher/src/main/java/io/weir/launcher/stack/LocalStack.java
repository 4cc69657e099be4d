package io.weir.launcher.stack;

import io.weir.client.ScanClientConfig;
import io.weir.edge.gateway.Gateway;
import io.weir.edge.gateway.GatewayConfig;
import io.weir.engine.decide.InlineJudge;
import io.weir.launcher.broker.EmbeddedBroker;
import io.weir.launcher.config.EngineConfig;
import io.weir.launcher.config.FingerprintConfig;
import io.weir.launcher.config.KafkaConfig;
import io.weir.launcher.config.MasterKey;
import io.weir.launcher.config.Settings;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.messaging.kafka.KafkaEventPublisher;
import io.weir.messaging.topic.TopicAdmin;
import io.weir.platform.config.Config;
import io.weir.platform.config.ConfigSource;
import io.weir.platform.config.Secret;
import io.weir.platform.health.Readiness;
import io.weir.platform.lifecycle.Lifecycle;
import io.weir.platform.metrics.Metrics;
import io.weir.scanapi.ScanApi;
import io.weir.scanapi.ScanApiConfig;
import io.weir.scanapi.ScanApiParts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Broker, correlator, scan API and gateway in one process, in this order; closed in reverse.
 *
 * @param folder data directory
 * @param kafka the cluster in use
 * @param scanApi the decision point
 * @param gateway the enforcement point
 * @param lifecycle closes everything
 */
public record LocalStack(
        Path folder, KafkaConnection kafka, ScanApi scanApi, Gateway gateway, Readiness readiness, Lifecycle lifecycle)
        implements AutoCloseable {

    /**
     * Starts everything.
     *
     * @param folder data directory; created if need be
     * @throws io.weir.platform.config.ConfigException if the settings cannot be used
     * @throws io.weir.launcher.broker.BrokerUnusable if the broker does not start
     * @throws io.weir.messaging.topic.TopicsUnusable if the topics are not as declared
     * @throws IOException if the gateway cannot listen
     */
    public static LocalStack start(Path folder, ConfigSource source) throws IOException {
        Config config = source.read(Settings.SECTIONS);
        byte[] masterKey = MasterKey.of(config.get(FingerprintConfig.SECTION), folder);
        Lifecycle lifecycle = new Lifecycle(InstantSource.system());
        Metrics metrics = lifecycle.start("metrics", Metrics::createWithJvm);
        Readiness readiness = new Readiness();

        KafkaConnection kafka = kafka(config.get(KafkaConfig.SECTION), folder, lifecycle, readiness);
        lifecycle.start("topics", () -> ensureTopics(kafka));
        KafkaEventPublisher publisher =
                lifecycle.start("publisher", () -> KafkaEventPublisher.create(kafka, metrics.registry()));
        InlineJudge judge = InlineJudge.create(config.get(EngineConfig.SECTION), masterKey);
        ScanApiParts parts = ScanApiParts.of(judge, publisher, metrics, readiness);
        ScanApiConfig scanApiConfig = config.get(ScanApiConfig.SECTION);
        ScanApi scanApi = lifecycle.start("scan-api", () -> ScanApi.start(scanApiConfig, parts));
        ScanClientConfig scanClientConfig = scanClient(config, scanApi);
        Gateway gateway = lifecycle.start(
                "gateway",
                () -> Gateway.start(config.get(GatewayConfig.SECTION), scanClientConfig, readiness, metrics));
        return new LocalStack(folder, kafka, scanApi, gateway, readiness, lifecycle);
    }

    private static KafkaConnection kafka(KafkaConfig config, Path folder, Lifecycle lifecycle, Readiness readiness) {
        if (!config.isEmbedded()) {
            return config.connection();
        }
        EmbeddedBroker broker = lifecycle.start("broker", () -> EmbeddedBroker.start(folder));
        readiness.register("broker", broker::health);
        return config.embedded(broker.bootstrap());
    }

    private static AutoCloseable ensureTopics(KafkaConnection kafka) {
        try (TopicAdmin admin = TopicAdmin.create(kafka)) {
            admin.ensureAll();
        }
        return () -> {};
    }

    /** The gateway next door needs neither an address nor, where the scan API has keys, one of its own. */
    private static ScanClientConfig scanClient(Config config, ScanApi scanApi) {
        ScanClientConfig configured = config.get(ScanClientConfig.SECTION).withUrl(URI.create(scanApi.url()));
        ScanApiConfig api = config.get(ScanApiConfig.SECTION);
        if (!configured.apiKey().isEmpty() || api.keys().isEmpty()) {
            return configured;
        }
        String tenantAndKey = api.keys().get(0).reveal();
        return configured.withApiKey(Secret.of(tenantAndKey.substring(tenantAndKey.indexOf(':') + 1)));
    }

    /** What agents put before the upstream's URL. */
    public String gatewayUrl() {
        return "http://127.0.0.1:" + gateway.port() + "/proxy/";
    }

    @Override
    public void close() {
        lifecycle.close();
    }
}
