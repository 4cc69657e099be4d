package io.weir.launcher.stack;

import io.weir.client.ScanClientConfig;
import io.weir.correlator.Correlator;
import io.weir.edge.gateway.Gateway;
import io.weir.launcher.config.AdminToken;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.platform.config.Config;
import io.weir.platform.config.ConfigSource;
import io.weir.platform.config.Secret;
import io.weir.scanapi.ScanApi;
import io.weir.scanapi.ScanApiConfig;
import io.weir.scanapi.console.ConsoleConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Broker, correlator, scan API and gateway in one process, started in this order and closed in reverse.
 *
 * @param assembly closes everything
 * @param kafka the cluster in use
 * @param correlator links reads to writes; it works from {@link Correlator#ready()} on
 * @param scanApi the decision point
 * @param gateway the enforcement point
 * @param adminToken the operator's token of this data directory; null where the configuration names one
 */
public record LocalStack(
        Assembly assembly,
        KafkaConnection kafka,
        Correlator correlator,
        ScanApi scanApi,
        Gateway gateway,
        @Nullable AdminToken adminToken)
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
    public static LocalStack start(ConfigSource source, Path folder) throws IOException {
        Assembly assembly = Assembly.of(source, folder);
        boolean started = false;
        try {
            KafkaConnection kafka = assembly.startKafka();
            Correlator correlator = assembly.startCorrelator(kafka);
            AdminToken adminToken = adminToken(assembly);
            ScanApi scanApi = assembly.startScanApi(kafka, adminToken);
            ScanClientConfig scan = scanClient(assembly.config(), scanApi);
            Gateway gateway = assembly.startGateway(scan);
            assembly.startEnvoy(scan);
            started = true;
            return new LocalStack(assembly, kafka, correlator, scanApi, gateway, adminToken);
        } finally {
            if (!started) {
                assembly.close();
            }
        }
    }

    private static @Nullable AdminToken adminToken(Assembly assembly) {
        boolean configured =
                !assembly.config().get(ScanApiConfig.SECTION).adminToken().isEmpty();
        return configured ? null : AdminToken.of(assembly.folder());
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

    /** Data directory, absolute. */
    public Path folder() {
        return assembly.folder();
    }

    /** Whether people can decide on held calls in a browser. */
    public boolean hasConsole() {
        return assembly.config().get(ConsoleConfig.SECTION).enabled();
    }

    /** What agents put before the upstream's URL. */
    public String gatewayUrl() {
        return "http://127.0.0.1:" + gateway.port() + "/proxy/";
    }

    @Override
    public void close() {
        assembly.close();
    }
}
