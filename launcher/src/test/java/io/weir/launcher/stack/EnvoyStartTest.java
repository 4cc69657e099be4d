package io.weir.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.client.ScanClientConfig;
import io.weir.edge.envoy.EnvoyEdge;
import io.weir.platform.config.ConfigSource;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvoyStartTest {

    @TempDir
    private Path folder;

    @Test
    void nothingListensForEnvoyUnlessTheOperatorWantsIt() throws Exception {
        try (Assembly assembly = Assembly.of(ConfigSource.empty(), folder)) {
            assertThat(assembly.startEnvoy(assembly.config().get(ScanClientConfig.SECTION)))
                    .isEmpty();
        }
    }

    @Test
    void envoyCanAskWhereTheOperatorWantsIt() throws Exception {
        ConfigSource source =
                ConfigSource.empty().withOption("envoy.enabled", "true", "test").withOption("envoy.port", "0", "test");
        try (Assembly assembly = Assembly.of(source, folder)) {
            EnvoyEdge edge = assembly.startEnvoy(assembly.config().get(ScanClientConfig.SECTION))
                    .orElseThrow();

            try (Socket socket = new Socket("127.0.0.1", edge.port())) {
                assertThat(socket.isConnected()).isTrue();
            }
        }
    }
}
