package io.weir.edge.envoy;

import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.client.ScanClient;
import io.weir.client.ScanClientConfig;
import io.weir.edge.enforce.DecisionHeaders;
import io.weir.edge.enforce.EdgeMeters;
import io.weir.edge.enforce.Reports;
import io.weir.edge.envoy.wire.Services;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The edge that Envoy asks: {@code envoy.service.auth.v3.Authorization} and {@code
 * envoy.service.ext_proc.v3.ExternalProcessor}.
 */
public final class EnvoyEdge implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EnvoyEdge.class);

    private static final int STOP_MILLIS = 2_000;
    private static final int HEADER_BYTES_MAX = 64 << 10;

    /** What a message holds besides a body, and bodies of responses as Envoy buffers them. */
    private static final int SPARE_BYTES = 4 << 20;

    private final Server server;
    private final Reports reports;
    private final ExecutorService threads;

    private EnvoyEdge(Server server, Reports reports, ExecutorService threads) {
        this.server = server;
        this.reports = reports;
        this.threads = threads;
    }

    /**
     * A listening edge.
     *
     * @throws IOException if it cannot listen or cannot read its certificate, with the cause in the message
     */
    public static EnvoyEdge start(EnvoyConfig config, ScanClientConfig scan, MeterRegistry registry)
            throws IOException {
        EdgeMeters meters = new EdgeMeters(registry, "weir.envoy");
        ScanClient client = new ScanClient(scan);
        EnvoyParts parts = new EnvoyParts(
                config,
                client,
                new Reports(client, meters),
                scan.apiKey().reveal(),
                new DecisionHeaders(config.mode(), config.failMode()),
                meters);
        LocalAnswers answers = new LocalAnswers(parts.decisionHeaders(), parts.meters());
        EnvoyJudge judge = new EnvoyJudge(parts, answers);
        Slots slots = new Slots(config.calls().countMax());
        // As many threads as there are slots at most: each call holds one only while it has a message to answer.
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "weir-envoy");
            thread.setDaemon(true);
            return thread;
        });
        Server server = NettyServerBuilder.forAddress(address(config.listen()), credentials(config.listen()))
                .executor(threads)
                .maxInboundMessageSize(config.calls().bytesMax() + SPARE_BYTES)
                .maxInboundMetadataSize(HEADER_BYTES_MAX)
                .intercept(new TokenGate(config.tokens()))
                .addService(Services.authorization(new Authorization(config, judge, answers, slots)::check))
                .addService(Services.processor(new Processor(parts, judge, answers, slots)::process))
                .build();
        EnvoyEdge edge = new EnvoyEdge(listening(server, config.listen()), parts.reports(), threads);
        LOG.info("event=listening edge=envoy host={} port={}", config.listen().host(), edge.port());
        return edge;
    }

    private static Server listening(Server server, EnvoyConfig.Listen listen) throws IOException {
        try {
            return server.start();
        } catch (IOException e) {
            throw new IOException("the Envoy edge cannot listen on " + listen.host() + ":" + listen.port(), e);
        }
    }

    private static InetSocketAddress address(EnvoyConfig.Listen listen) {
        return new InetSocketAddress(listen.host(), listen.port());
    }

    private static ServerCredentials credentials(EnvoyConfig.Listen listen) throws IOException {
        if (listen.certificate().isEmpty()) {
            return InsecureServerCredentials.create();
        }
        TlsServerCredentials.Builder tls =
                TlsServerCredentials.newBuilder().keyManager(new File(listen.certificate()), new File(listen.key()));
        if (!listen.clientAuthorities().isEmpty()) {
            tls.trustManager(new File(listen.clientAuthorities())).clientAuth(TlsServerCredentials.ClientAuth.REQUIRE);
        }
        return tls.build();
    }

    /** The port that it listens on. */
    public int port() {
        return server.getPort();
    }

    /** Lets calls under way finish for two seconds, then stops. */
    @Override
    public void close() {
        server.shutdown();
        try {
            if (!server.awaitTermination(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
                server.shutdownNow();
            }
        } catch (InterruptedException e) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
            reports.close();
        }
    }
}
