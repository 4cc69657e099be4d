package io.weir.launcher.broker;

import java.nio.file.Path;
import java.util.Properties;

/**
 * Kafka's settings for one node that is broker and controller, on loopback, with little memory.
 *
 * <p>Internal topics have one replica because there is one node, and 4 partitions in place of 50 because each costs
 * start time. The cleaner's buffer of 2 MiB in place of 128 saves 120 MiB of heap.
 */
final class BrokerProperties {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final String CLIENT_LISTENER = "CLIENTS";

    private BrokerProperties() {}

    static Properties of(Path log, BrokerPorts ports) {
        Properties properties = new Properties();
        properties.put("log.dirs", log.toString());
        node(properties, ports);
        internalTopics(properties);
        quickAndSmall(properties);
        return properties;
    }

    private static void node(Properties properties, BrokerPorts ports) {
        String controller = BrokerPorts.LOOPBACK + ":" + ports.controller();
        String clients = CLIENT_LISTENER + "://" + ports.bootstrap();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", String.valueOf(NODE_ID));
        properties.put("controller.quorum.voters", NODE_ID + "@" + controller);
        properties.put("controller.listener.names", CONTROLLER_LISTENER);
        properties.put("inter.broker.listener.name", CLIENT_LISTENER);
        properties.put("listeners", clients + "," + CONTROLLER_LISTENER + "://" + controller);
        properties.put("advertised.listeners", clients);
        properties.put(
                "listener.security.protocol.map", CLIENT_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        properties.put("auto.create.topics.enable", "false");
    }

    private static void internalTopics(Properties properties) {
        properties.put("default.replication.factor", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "4");
    }

    private static void quickAndSmall(Properties properties) {
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("group.streams.initial.rebalance.delay.ms", "0");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("background.threads", "4");
        properties.put("log.cleaner.dedupe.buffer.size", String.valueOf(2 << 20));
    }
}
