package io.weir.benchmarks.edge;

import io.weir.client.ScanClientConfig;
import io.weir.edge.authority.CertificateAuthority;
import io.weir.edge.authority.HostCertificates;
import io.weir.edge.envoy.EnvoyConfig;
import io.weir.edge.envoy.EnvoyEdge;
import io.weir.edge.gateway.EdgeConfig;
import io.weir.edge.gateway.ForwardConfig;
import io.weir.edge.gateway.Gateway;
import io.weir.edge.gateway.GatewayConfig;
import io.weir.edge.hook.HookConfig;
import io.weir.edge.hook.HookHandler;
import io.weir.edge.inbound.CredentialFile;
import io.weir.edge.inbound.CredentialKey;
import io.weir.edge.inbound.InboundConfig;
import io.weir.edge.inbound.InboundRoute;
import io.weir.edge.mcp.McpConfig;
import io.weir.edge.mcp.McpEdge;
import io.weir.platform.config.Config;
import io.weir.platform.config.ConfigSource;
import io.weir.platform.config.Secret;
import io.weir.platform.health.Readiness;
import io.weir.platform.metrics.Metrics;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What stands in a run: an upstream, a scan API that answers at once, and all edges, in one process.
 *
 * @param folder files of the run
 * @param upstream what is called
 * @param scanApi what edges ask
 * @param gateway the edges that speak HTTP
 * @param mcp the edge for servers that clients start
 * @param envoy the edge that Envoy asks
 */
record EdgeStage(Path folder, FixedServer upstream, FixedServer scanApi, Gateway gateway, McpEdge mcp, EnvoyEdge envoy)
        implements AutoCloseable {

    /** Token of the caller of the inbound route. */
    static final String INBOUND_TOKEN = "wr_inbound_of-the-benchmark";

    private static final String KEY = "k".repeat(32);

    static EdgeStage set(EdgeBodies bodies, Metrics metrics) throws IOException {
        Path folder = Files.createTempDirectory("weir-edge");
        HostCertificates certificates = new HostCertificates(CertificateAuthority.create(folder.resolve("upstream")));
        CertificateAuthority.create(folder.resolve("gateway"));
        FixedServer upstream = FixedServer.start(bodies::atUpstream, certificates.context("localhost"));
        FixedServer scanApi = FixedServer.start(bodies::atScanApi, certificates.context("localhost"));
        writeRoute(folder, upstream.port());
        Config config = config(folder, upstream.port());
        ScanClientConfig scan =
                ScanClientConfig.SECTION.defaults().withUrl(URI.create("http://127.0.0.1:" + scanApi.port()));
        McpEdge mcp = new McpEdge(config.get(McpConfig.SECTION), scan, metrics.registry());
        Gateway gateway = Gateway.start(
                EdgeConfig.of(config, folder),
                scan,
                new Readiness(),
                metrics,
                List.of(
                        new HookHandler(config.get(HookConfig.SECTION), scan, List.of(), metrics.registry()),
                        mcp.handler(Secret.NONE, List.of())));
        EnvoyEdge envoy = EnvoyEdge.start(config.get(EnvoyConfig.SECTION), scan, metrics.registry());
        return new EdgeStage(folder, upstream, scanApi, gateway, mcp, envoy);
    }

    private static void writeRoute(Path folder, int upstreamPort) throws IOException {
        new CredentialFile(folder.resolve("credentials.json"), CredentialKey.of(Secret.of(KEY), folder.resolve("none")))
                .put("bench", Map.of("Authorization", "Bearer of-the-upstream"));
        Files.writeString(
                folder.resolve("routes.yaml"), """
                    routes:
                      - prefix: bench
                        upstream: http://127.0.0.1:%d
                        callers: [%s]
                        credential: bench
                        paths: ["/records"]
                    """.formatted(upstreamPort, InboundRoute.digest(INBOUND_TOKEN)));
    }

    private static Config config(Path folder, int upstreamPort) {
        String authority = folder.resolve("upstream")
                .resolve(CertificateAuthority.CERTIFICATE_FILE)
                .toString();
        Map<String, String> options = Map.ofEntries(
                Map.entry("gateway.port", "0"),
                Map.entry("gateway.private_upstreams_permitted", "127.0.0.1"),
                Map.entry("gateway.upstream_authorities", authority),
                Map.entry("forward_proxy.enabled", "true"),
                Map.entry("forward_proxy.port", "0"),
                Map.entry("forward_proxy.intercept", "true"),
                Map.entry(
                        "forward_proxy.authority_directory",
                        folder.resolve("gateway").toString()),
                Map.entry("inbound.routes_file", folder.resolve("routes.yaml").toString()),
                Map.entry(
                        "inbound.credentials_file",
                        folder.resolve("credentials.json").toString()),
                Map.entry("inbound.key", KEY),
                Map.entry("envoy.port", "0"),
                Map.entry("mcp.pins_directory", folder.resolve("pins").toString()),
                Map.entry("mcp.servers", "bench=http://127.0.0.1:" + upstreamPort + EdgeBodies.MCP_PATH));
        ConfigSource source = ConfigSource.empty();
        for (Map.Entry<String, String> option : options.entrySet()) {
            source = source.withOption(option.getKey(), option.getValue(), "bench");
        }
        return source.read(List.of(
                GatewayConfig.SECTION,
                ForwardConfig.SECTION,
                InboundConfig.SECTION,
                HookConfig.SECTION,
                McpConfig.SECTION,
                EnvoyConfig.SECTION));
    }

    @Override
    public void close() {
        envoy.close();
        gateway.close();
        mcp.close();
        scanApi.close();
        upstream.close();
    }
}
