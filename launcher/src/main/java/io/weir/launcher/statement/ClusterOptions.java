package io.weir.launcher.statement;

import io.weir.launcher.audit.AuditCluster;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.schemas.topic.Topics;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which cluster takes a statement: one that runs, or that of the data directory. */
final class ClusterOptions {

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "Address of a running Kafka cluster; default: the broker of the data directory.")
    private @Nullable String bootstrap;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            defaultValue = Topics.DEFAULT_PREFIX,
            description = "What topic names begin with; default: ${DEFAULT-VALUE}")
    private String prefix = Topics.DEFAULT_PREFIX;

    AuditCluster open(Path data) {
        return bootstrap != null ? AuditCluster.at(bootstrap) : AuditCluster.on(data);
    }

    KafkaConnection connection(AuditCluster cluster) {
        return KafkaConnection.local(cluster.bootstrap()).withPrefix(prefix);
    }
}
