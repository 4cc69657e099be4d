package io.weir.e2e.kafka;

import java.util.Locale;
import org.testcontainers.DockerClientFactory;

/**
 * Which cluster the system tests run on, by {@code -Dkafka.it}: {@code docker}, {@code embedded}, or {@code auto},
 * which is Docker where there is one. The same tests run on both.
 */
enum KafkaChoice {
    AUTO,
    DOCKER,
    EMBEDDED;

    /** The choice made on the command line. */
    static KafkaChoice fromSystemProperty() {
        String word = System.getProperty("kafka.it", "auto");
        try {
            return valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("-Dkafka.it=" + word + " is none of auto, docker, embedded", e);
        }
    }

    /** Starts the cluster and prints which it is. */
    KafkaCluster start() {
        boolean docker = this != EMBEDDED && DockerClientFactory.instance().isDockerAvailable();
        if (this == DOCKER && !docker) {
            throw new IllegalStateException("-Dkafka.it=docker, but no Docker engine answers");
        }
        System.out.println(
                "system tests run on " + (docker ? DockerKafka.IMAGE + " in Docker" : "the embedded broker"));
        return docker ? DockerKafka.start() : EmbeddedKafka.start();
    }
}
