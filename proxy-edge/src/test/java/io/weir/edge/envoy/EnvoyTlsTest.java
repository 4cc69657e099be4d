package io.weir.edge.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.envoyproxy.envoy.service.auth.v3.AuthorizationGrpc;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.weir.edge.authority.PemPair;
import io.weir.edge.gateway.FakeScanApi;
import io.weir.platform.config.ConfigException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvoyTlsTest {

    @TempDir
    private Path folder;

    private FakeScanApi scanApi;
    private PemPair pem;

    @BeforeEach
    void start() throws Exception {
        scanApi = FakeScanApi.start();
        pem = PemPair.create(folder);
    }

    @AfterEach
    void stop() {
        scanApi.close();
    }

    private TestEdge edge(Map<String, String> more) throws Exception {
        Map<String, String> settings = new LinkedHashMap<>(more);
        settings.put("certificate", pem.certificate().toString());
        settings.put("private_key", pem.key().toString());
        return TestEdge.start(scanApi.url(), settings);
    }

    private int check(TestEdge edge) throws Exception {
        ManagedChannel channel = NettyChannelBuilder.forAddress(
                        new InetSocketAddress("127.0.0.1", edge.port()),
                        TlsChannelCredentials.newBuilder()
                                .trustManager(pem.authority().toFile())
                                .build())
                .overrideAuthority("localhost")
                .build();
        try {
            return AuthorizationGrpc.newBlockingStub(channel)
                    .check(Checks.get("/").build())
                    .getStatus()
                    .getCode();
        } finally {
            channel.shutdownNow();
        }
    }

    @Test
    void withACertificateItSpeaksTlsOnly() throws Exception {
        try (TestEdge edge = edge(Map.of())) {
            assertThat(check(edge)).isZero();
            assertThatThrownBy(() -> edge.authorization().check(Checks.get("/").build()))
                    .isInstanceOf(StatusRuntimeException.class);
        }
    }

    @Test
    void whereClientsMustShowACertificateNobodyIsAnsweredWithoutOne() throws Exception {
        try (TestEdge edge = edge(Map.of("client_authorities", pem.authority().toString()))) {
            assertThatThrownBy(() -> check(edge)).isInstanceOf(StatusRuntimeException.class);
            assertThat(scanApi.calls()).isEmpty();
        }
    }

    @Test
    void aCertificateThatCannotBeReadKeepsItFromStarting() {
        assertThatIOException()
                .isThrownBy(() -> TestEdge.start(
                        scanApi.url(),
                        Map.of(
                                "certificate",
                                folder.resolve("none.pem").toString(),
                                "private_key",
                                pem.key().toString())));
    }

    @Test
    void halfOfTheSettingsForTlsIsRefused() {
        assertThatThrownBy(() -> TestEdge.start(
                        scanApi.url(),
                        Map.of("client_authorities", pem.authority().toString())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("client_authorities");
    }
}
