package io.weir.launcher.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.weir.messaging.kafka.KafkaConnection;
import io.weir.messaging.topic.TopicAdmin;
import io.weir.messaging.topic.TopicState;
import io.weir.platform.health.HealthState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedBrokerTest {

    @TempDir
    private Path folder;

    @Test
    void keepsTopicsAndClusterIdOverARestart() throws IOException {
        // Given
        String firstId;
        try (EmbeddedBroker first = EmbeddedBroker.start(folder)) {
            assertThat(ensureTopics(first)).allMatch(TopicState::created);
            firstId = Files.readString(folder.resolve("log/meta.properties"));
        }

        // When
        try (EmbeddedBroker second = EmbeddedBroker.start(folder)) {
            // Then
            assertThat(ensureTopics(second)).noneMatch(TopicState::created);
            assertThat(Files.readString(folder.resolve("log/meta.properties")))
                    .contains(firstId.lines()
                            .filter(line -> line.startsWith("cluster.id"))
                            .findFirst()
                            .orElseThrow());
        }
    }

    @Test
    void saysWhereItListensWhileItRuns() {
        EmbeddedBroker broker = EmbeddedBroker.start(folder);

        String whileRunning = EmbeddedBroker.addressOf(folder);
        broker.close();
        broker.close();

        assertThat(whileRunning).isEqualTo(broker.bootstrap()).startsWith("127.0.0.1:");
        assertThat(EmbeddedBroker.addressOf(folder)).isNull();
    }

    @Test
    void refusesAFolderThatAnotherBrokerUses() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            assertThatExceptionOfType(BrokerUnusable.class)
                    .isThrownBy(() -> EmbeddedBroker.start(folder))
                    .withMessageContaining("is in use: a broker runs on it at " + broker.bootstrap());
        }
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatExceptionOfType(BrokerUnusable.class)
                    .isThrownBy(() -> EmbeddedBroker.start(folder, taken.getLocalPort()))
                    .withMessageContaining("Port " + taken.getLocalPort() + " of 127.0.0.1 is not free");
        }
    }

    @Test
    void reportsAFatalFaultInsteadOfEndingTheProcess() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            assertThat(broker.health().state()).isEqualTo(HealthState.UP);

            assertThatExceptionOfType(FatalFaults.ThreadEnded.class).isThrownBy(() -> Exit.halt(1, "planned"));

            assertThat(broker.health().state()).isEqualTo(HealthState.DOWN);
            assertThat(broker.health().reason()).contains("planned");
        }
    }

    private static List<TopicState> ensureTopics(EmbeddedBroker broker) {
        try (TopicAdmin topics = TopicAdmin.create(KafkaConnection.local(broker.bootstrap()))) {
            return topics.ensureAll();
        }
    }
}
