package io.weir.e2e.kafka;

import io.weir.launcher.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Our embedded broker on a temporary folder. */
final class EmbeddedKafka implements KafkaCluster {

    private final Path folder;
    private final EmbeddedBroker broker;

    private EmbeddedKafka(Path folder, EmbeddedBroker broker) {
        this.folder = folder;
        this.broker = broker;
    }

    static EmbeddedKafka start() {
        try {
            Path folder = Files.createTempDirectory("weir-e2e-kafka");
            return new EmbeddedKafka(folder, EmbeddedBroker.start(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String bootstrap() {
        return broker.bootstrap();
    }

    @Override
    public void close() {
        broker.close();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
