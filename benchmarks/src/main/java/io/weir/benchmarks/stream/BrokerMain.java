package io.weir.benchmarks.stream;

import io.weir.launcher.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Path;

/** A broker in a process of its own: prints its address, and ends with its standard input. */
public final class BrokerMain {

    private BrokerMain() {}

    /**
     * Runs a broker.
     *
     * @param arguments its folder
     */
    public static void main(String[] arguments) throws IOException {
        try (EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]))) {
            System.out.println(broker.bootstrap());
            while (System.in.read() >= 0) {
                continue;
            }
        }
    }
}
