package io.weir.benchmarks.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.correlator.CorrelatorConfig;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.messaging.kafka.KafkaEventPublisher;
import io.weir.messaging.topic.TopicAdmin;
import io.weir.schemas.event.SessionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how many events a second the correlator takes, beside a topology that only passes them on. */
@Command(name = "stream", mixinStandardHelpOptions = true, header = "Measure the throughput of the correlator.")
public final class StreamBench implements Callable<Integer> {

    private static final int IN_FLIGHT_MAX = 2_000;

    @Option(names = "--sessions", split = ",", defaultValue = "1000,1000000", description = "Numbers of sessions.")
    private List<Integer> sessions = List.of();

    @Option(names = "--steps", defaultValue = "20000", description = "Measured steps, two events each.")
    private int steps;

    @Option(names = "--warm-up", defaultValue = "15000", description = "Steps before them.")
    private int warmUp;

    @Option(names = "--threads", defaultValue = "1", description = "Stream threads.")
    private int threads;

    @Option(
            names = "--commit-millis",
            defaultValue = "1000",
            description = "Time between commits, of both topologies; who works off a backlog takes 1000 at least.")
    private int commitMillis;

    @Option(names = "--seed", defaultValue = "20261121", description = "Seed of the history.")
    private long seed;

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("weir-bench");
        try (BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"))) {
            StepLibrary library = StepLibrary.of("acme", seed);
            System.out.printf(
                    Locale.ROOT,
                    "%,d steps after %,d; %d stream threads, a commit each %d ms; heap %d MB, of the broker %s; Java"
                            + " %s; seed %d%n%n",
                    steps,
                    warmUp,
                    threads,
                    commitMillis,
                    Runtime.getRuntime().maxMemory() >> 20,
                    BrokerProcess.HEAP,
                    Runtime.version(),
                    seed);
            System.out.printf(
                    Locale.ROOT,
                    "%10s %-14s %10s %10s %14s %12s %10s %8s %8s%n",
                    "sessions",
                    "topology",
                    "events",
                    "seconds",
                    "events/s",
                    "CPU us/event",
                    "records",
                    "alerts",
                    "leaks");
            for (int row = 0; row < sessions.size(); row++) {
                for (Contender contender : Contender.values()) {
                    KafkaConnection connection = KafkaConnection.local(broker.bootstrap())
                            .withPrefix("row" + row + "." + contender.name().toLowerCase(Locale.ROOT) + ".");
                    Path state = folder.resolve("state-" + row + "-" + contender);
                    run(library, sessions.get(row), contender, connection, state);
                }
            }
        } finally {
            delete(folder);
        }
        return 0;
    }

    /** What is measured is published when the warm-up is done, and nothing of that is left in any lane. */
    private void run(StepLibrary library, int number, Contender contender, KafkaConnection connection, Path folder)
            throws Exception {
        createTopics(connection);
        History history = new History(library, number, seed);
        CorrelatorConfig config = CorrelatorConfig.in(folder).withWork(threads, commitMillis);
        if (contender.keepsState()) {
            begin(connection, config, history);
        } else {
            history.begin(event -> {});
        }
        publish(connection, history, warmUp);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (KafkaStreams streams = contender.streams(connection, config, meters)) {
            ConsumedRecords records = new ConsumedRecords(streams);
            streams.start();
            Pace.of(streams, records, 2L * warmUp);
            streams.pause();
            long before = history.leaks();
            publish(connection, history, steps);
            double alerts = alerts(meters);
            streams.resume();
            Pace pace = Pace.of(streams, records, records.ofAll() + 2L * steps);
            row(number, contender, pace, alerts(meters) - alerts, history.leaks() - before);
        }
    }

    /** Each session has read something before the first event that is published. */
    private static void begin(KafkaConnection connection, CorrelatorConfig config, History history) {
        FirstReads reads = new FirstReads(config.topology(connection::nameOf));
        try (ChangelogFeed feed = ChangelogFeed.create(connection, reads)) {
            history.begin(feed.sessions());
            feed.finish();
        }
    }

    private static double alerts(MeterRegistry meters) {
        return meters.find("weir.alerts").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private void row(int number, Contender contender, Pace pace, double alerts, long leaks) {
        double seconds = pace.millis() / 1e3;
        System.out.printf(
                Locale.ROOT,
                "%,10d %-14s %,10d %10.1f %,14.0f %12.0f %,10d %8.0f %8d%n",
                number,
                contender.name().toLowerCase(Locale.ROOT),
                2 * steps,
                seconds,
                2 * steps / seconds,
                pace.cpuMillis() * 1e3 / (2 * steps),
                pace.records(),
                alerts,
                leaks);
    }

    private void publish(KafkaConnection connection, History history, int number) throws InterruptedException {
        Semaphore inFlight = new Semaphore(IN_FLIGHT_MAX);
        CompletableFuture<Void> failed = new CompletableFuture<>();
        try (KafkaEventPublisher publisher = KafkaEventPublisher.create(connection, new SimpleMeterRegistry())) {
            Consumer<SessionEvent> sink = event -> {
                inFlight.acquireUninterruptibly();
                publisher.publish(event).whenComplete((position, exception) -> {
                    inFlight.release();
                    if (exception != null) {
                        failed.completeExceptionally(exception);
                    }
                });
            };
            history.go(number, sink);
            inFlight.acquire(IN_FLIGHT_MAX);
        }
        failed.complete(null);
        failed.join();
    }

    private static void createTopics(KafkaConnection connection) {
        try (TopicAdmin topics = TopicAdmin.create(connection)) {
            topics.ensureAll();
            topics.ensure(List.of(Contender.COPIES));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
