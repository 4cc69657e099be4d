package io.weir.edge.envoy;

import io.envoyproxy.envoy.service.auth.v3.AuthorizationGrpc;
import io.envoyproxy.envoy.service.auth.v3.AuthorizationGrpc.AuthorizationBlockingStub;
import io.envoyproxy.envoy.service.ext_proc.v3.ExternalProcessorGrpc;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.weir.client.ScanClientConfig;
import io.weir.platform.config.ConfigSource;
import io.weir.platform.config.Secret;
import io.weir.platform.metrics.Metrics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** An edge on a free port, and clients for it that are made from Envoy's own definitions. */
final class TestEdge implements AutoCloseable {

    static final String KEY = "iv_live_envoykeyofthetests00000";

    private final EnvoyEdge edge;
    private final Metrics metrics;
    private final ManagedChannel channel;

    private TestEdge(EnvoyEdge edge, Metrics metrics) {
        this.edge = edge;
        this.metrics = metrics;
        this.channel = NettyChannelBuilder.forAddress(new InetSocketAddress("127.0.0.1", edge.port()))
                .usePlaintext()
                .build();
    }

    /** An edge with settings as an operator would write them; the rest are defaults. */
    static TestEdge start(URI scanApi, Map<String, String> settings) throws IOException {
        ConfigSource source = ConfigSource.empty()
                .withOption("envoy.port", "0", "test")
                .withOption("scan_client.answer_millis", "5000", "test");
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            source = source.withOption("envoy." + setting.getKey(), setting.getValue(), "test");
        }
        var config = source.read(List.of(EnvoyConfig.SECTION, ScanClientConfig.SECTION));
        ScanClientConfig scan =
                config.get(ScanClientConfig.SECTION).withUrl(scanApi).withApiKey(Secret.of(KEY));
        Metrics metrics = Metrics.create();
        return new TestEdge(EnvoyEdge.start(config.get(EnvoyConfig.SECTION), scan, metrics.registry()), metrics);
    }

    AuthorizationBlockingStub authorization() {
        return AuthorizationGrpc.newBlockingStub(channel);
    }

    ProcessorClient processor() {
        return new ProcessorClient(ExternalProcessorGrpc.newStub(channel));
    }

    int port() {
        return edge.port();
    }

    Metrics metrics() {
        return metrics;
    }

    @Override
    public void close() {
        channel.shutdownNow();
        edge.close();
        metrics.close();
    }
}
