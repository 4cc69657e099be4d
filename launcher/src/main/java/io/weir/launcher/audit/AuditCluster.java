package io.weir.launcher.audit;

import io.weir.launcher.broker.BrokerUnusable;
import io.weir.launcher.broker.EmbeddedBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The cluster whose topics are looked into: one that runs, or one that is started on a data directory for the while.
 */
public final class AuditCluster implements AutoCloseable {

    private final String bootstrap;
    private final @Nullable EmbeddedBroker broker;

    private AuditCluster(String bootstrap, @Nullable EmbeddedBroker broker) {
        this.bootstrap = bootstrap;
        this.broker = broker;
    }

    /** A cluster that runs. */
    public static AuditCluster at(String bootstrap) {
        return new AuditCluster(bootstrap, null);
    }

    /**
     * The cluster of a broker's folder: the broker that runs on it, or one that is started and stopped again.
     *
     * @throws IllegalArgumentException if no broker has ever run on the folder; nothing is created then
     * @throws BrokerUnusable if the broker does not start
     */
    public static AuditCluster on(Path folder) {
        if (!Files.exists(folder.resolve("log").resolve("meta.properties"))) {
            throw new IllegalArgumentException(
                    folder + " holds no data of a broker. Fix: give the directory of --data");
        }
        try {
            EmbeddedBroker broker = EmbeddedBroker.start(folder);
            return new AuditCluster(broker.bootstrap(), broker);
        } catch (BrokerUnusable e) {
            String running = EmbeddedBroker.addressOf(folder);
            if (running == null) {
                throw e;
            }
            return at(running);
        }
    }

    /** Its address. */
    public String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() {
        if (broker != null) {
            broker.close();
        }
    }
}
