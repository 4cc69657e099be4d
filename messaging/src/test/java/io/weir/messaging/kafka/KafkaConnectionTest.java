package io.weir.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weir.schemas.topic.Topics;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KafkaConnectionTest {

    @Test
    void printsNamesOfPropertiesButNotTheirValues() {
        KafkaConnection connection =
                new KafkaConnection("broker:9092", Map.of("sasl.jaas.config", "password=hush"), "weir.", 3);

        assertThat(connection.toString()).contains("sasl.jaas.config").doesNotContain("hush");
    }

    @Test
    void putsThePrefixBeforeTopicNames() {
        KafkaConnection connection = KafkaConnection.local("broker:9092").withPrefix("blue.");

        assertThat(connection.nameOf(Topics.CALLS)).isEqualTo("blue.calls.v1");
    }

    @Test
    void lastWordOnTheAddressIsItsOwn() {
        KafkaConnection connection =
                new KafkaConnection("broker:9092", Map.of("bootstrap.servers", "elsewhere:1"), "weir.", 1);

        assertThat(connection.clientProperties()).containsEntry("bootstrap.servers", "broker:9092");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -2, 40_000})
    void refusesAReplicationFactorThatCannotBe(int factor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KafkaConnection("broker:9092", Map.of(), "weir.", factor))
                .withMessageContaining("replication factor is " + factor);
    }

    @Test
    void refusesAnEmptyAddress() {
        assertThatIllegalArgumentException().isThrownBy(() -> KafkaConnection.local(" "));
    }
}
