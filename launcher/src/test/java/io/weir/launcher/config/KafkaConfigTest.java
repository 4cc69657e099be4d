package io.weir.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weir.messaging.kafka.KafkaConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaConfigTest {

    @Test
    void meansAnEmbeddedBrokerUnlessAnAddressIsSet() {
        KafkaConfig config = KafkaConfig.SECTION.defaults();

        assertThat(config.isEmbedded()).isTrue();
        assertThat(config.embedded("127.0.0.1:1"))
                .isEqualTo(KafkaConnection.local("127.0.0.1:1").withPrefix("weir."));
        assertThatIllegalArgumentException().isThrownBy(config::connection).withMessageContaining("kafka.bootstrap");
    }

    @Test
    void addsClientPropertiesFromAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("client.properties"), "security.protocol=SSL\n");

        KafkaConnection connection = new KafkaConfig("k:9092", "p.", 3, file.toString()).connection();

        assertThat(connection.properties()).containsEntry("security.protocol", "SSL");
        assertThat(connection.prefix()).isEqualTo("p.");
        assertThat(connection.replicationFactor()).isEqualTo(3);
    }

    @Test
    void saysWhichFileCannotBeRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KafkaConfig("k:9092", "p.", 3, "/no/such/file").connection())
                .withMessageContaining("/no/such/file");
    }
}
