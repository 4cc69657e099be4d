package io.weir.launcher.broker;

import io.weir.platform.health.Health;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka cluster of one node in this process, reachable from this machine only. Its data survive a restart on the
 * same folder.
 *
 * <p>Safe to share between threads. Kafka's threads are no daemons: a broker that is not closed keeps the process
 * alive.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final int ATTEMPTS_MAX = 5;

    private final BrokerDirectory directory;
    private final BrokerPorts ports;
    private final KafkaRaftServer server;
    private final AtomicReference<@Nullable String> fault = new AtomicReference<>();
    private final Consumer<String> faultListener = text -> fault.compareAndSet(null, text);
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(BrokerDirectory directory, BrokerPorts ports, KafkaRaftServer server) {
        this.directory = directory;
        this.ports = ports;
        this.server = server;
    }

    /** Starts a broker on a free port and waits until it serves. */
    public static EmbeddedBroker start(Path folder) {
        return start(folder, 0);
    }

    /**
     * Starts a broker and waits until it serves.
     *
     * @param folder where its data are; created and formatted if need be
     * @param port port for clients, 0 for any free one
     * @throws BrokerUnusable if the folder is in use, the port is taken, or Kafka does not start
     */
    public static EmbeddedBroker start(Path folder, int port) {
        BrokerDirectory directory = BrokerDirectory.open(folder.toAbsolutePath().normalize());
        try {
            return start(directory, port);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Address for clients of the broker that runs on this folder, or null if none does. */
    public static @Nullable String addressOf(Path folder) {
        return BrokerDirectory.readAddress(folder);
    }

    /** Address for clients, {@code host:port}. */
    public String bootstrap() {
        return ports.bootstrap();
    }

    /** Down after a fatal fault, with the fault as reason. */
    public Health health() {
        String reason = fault.get();
        return reason == null ? Health.UP : Health.down(reason);
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            stop(server);
        } finally {
            FatalFaults.forget(faultListener);
            directory.close();
        }
    }

    private static EmbeddedBroker start(BrokerDirectory directory, int port) {
        Path kafkaLog = directory.formatted(BrokerProperties.CONTROLLER_LISTENER, BrokerProperties.NODE_ID);
        for (int attempt = 1; ; attempt++) {
            BrokerPorts ports = BrokerPorts.choose(port);
            try {
                return startOnce(directory, kafkaLog, ports);
            } catch (BrokerUnusable e) {
                // Between choosing a port and Kafka's binding it, somebody else may have taken it.
                if (ports.free() || attempt == ATTEMPTS_MAX) {
                    throw e;
                }
            }
        }
    }

    private static EmbeddedBroker startOnce(BrokerDirectory directory, Path kafkaLog, BrokerPorts ports) {
        KafkaConfig config = KafkaConfig.fromProps(BrokerProperties.of(kafkaLog, ports), false);
        EmbeddedBroker broker = new EmbeddedBroker(directory, ports, new KafkaRaftServer(config, Time.SYSTEM));
        FatalFaults.listen(broker.faultListener);
        try {
            broker.server.startup();
            directory.writeAddress(ports.bootstrap());
            log.info("event=broker_started address={}", ports.bootstrap());
            return broker;
        } catch (RuntimeException | FatalFaults.ThreadEnded e) {
            FatalFaults.forget(broker.faultListener);
            stop(broker.server);
            throw new BrokerUnusable(
                    "Kafka's broker did not start on " + kafkaLog + " at " + ports.bootstrap() + " ("
                            + e.getClass().getSimpleName() + "). Fix: see the log lines before this one",
                    e);
        }
    }

    private static void stop(KafkaRaftServer server) {
        try {
            server.shutdown();
            server.awaitShutdown();
        } catch (RuntimeException | FatalFaults.ThreadEnded e) {
            log.warn("event=broker_stop_failed exception={}", e.getClass().getName());
        }
    }
}
