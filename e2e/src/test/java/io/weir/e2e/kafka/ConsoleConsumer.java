package io.weir.e2e.kafka;

import io.weir.e2e.process.ChildJvm;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.schemas.topic.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Kafka's own console consumer, in a process of its own. */
public final class ConsoleConsumer {

    private ConsoleConsumer() {}

    /** The first records of a topic as the console consumer prints them: key, tab, value. */
    public static List<String> read(KafkaConnection connection, Topic topic, int records)
            throws IOException, InterruptedException {
        try (ChildJvm consumer = ChildJvm.start(
                "org.apache.kafka.tools.consumer.ConsoleConsumer",
                "--bootstrap-server",
                connection.bootstrap(),
                "--topic",
                connection.nameOf(topic),
                "--from-beginning",
                "--isolation-level",
                "read_committed",
                "--formatter-property",
                "print.key=true",
                "--max-messages",
                String.valueOf(records),
                "--timeout-ms",
                "30000")) {
            return consumer.awaitOutput(Duration.ofSeconds(45));
        }
    }
}
