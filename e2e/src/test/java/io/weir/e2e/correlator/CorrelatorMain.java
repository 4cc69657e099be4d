package io.weir.e2e.correlator;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.correlator.Correlator;
import io.weir.correlator.CorrelatorConfig;
import io.weir.messaging.kafka.KafkaConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A correlator in a process of its own: prints READY when it is, and ends with its standard input. */
final class CorrelatorMain {

    private CorrelatorMain() {}

    /** Arguments: address of the cluster, topic prefix, state folder. */
    public static void main(String[] arguments) throws Exception {
        KafkaConnection connection = KafkaConnection.local(arguments[0]).withPrefix(arguments[1]);
        CorrelatorConfig config = CorrelatorConfig.in(Path.of(arguments[2]));
        try (Correlator correlator = Correlator.start(config, connection, new SimpleMeterRegistry())) {
            correlator.ready().toCompletableFuture().get(60, TimeUnit.SECONDS);
            System.out.println("READY");
            awaitEndOfInput();
        }
    }

    private static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            continue;
        }
    }
}
