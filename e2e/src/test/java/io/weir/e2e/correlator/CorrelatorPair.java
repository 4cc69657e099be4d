package io.weir.e2e.correlator;

import io.weir.e2e.process.ChildJvm;
import io.weir.launcher.WeirMain;
import io.weir.messaging.kafka.KafkaConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.awaitility.Awaitility;

/** Two correlators that share the work, each {@code weir correlator} in a process of its own, with a standby each. */
final class CorrelatorPair implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofSeconds(60);

    private final KafkaConnection kafka;
    private final Path folder;
    private final ChildJvm[] processes = new ChildJvm[2];

    private CorrelatorPair(KafkaConnection kafka, Path folder) {
        this.kafka = kafka;
        this.folder = folder;
    }

    /** Starts both and waits until each owns partitions of the calls. */
    static CorrelatorPair start(KafkaConnection kafka, Path folder) throws IOException {
        CorrelatorPair pair = new CorrelatorPair(kafka, folder);
        pair.startOne(0);
        pair.startOne(1);
        pair.awaitOwners(2);
        return pair;
    }

    /** Ends one of them without asking it. */
    void kill(int number) throws InterruptedException {
        processes[number].kill();
    }

    /** Starts one, as whoever supervises the processes does. */
    void startOne(int number) throws IOException {
        Map<String, String> environment = Map.of(
                "WEIR_KAFKA_BOOTSTRAP", kafka.bootstrap(),
                "WEIR_KAFKA_PREFIX", kafka.prefix(),
                "WEIR_KAFKA_REPLICATION_FACTOR", "1",
                "WEIR_OPERATIONS_PORT", "0",
                "WEIR_CORRELATOR_INSTANCE", "correlator-" + number,
                "WEIR_CORRELATOR_INSTANCES", "2",
                "WEIR_CORRELATOR_STANDBYS", "1");
        processes[number] = ChildJvm.start(
                environment,
                WeirMain.class.getName(),
                "correlator",
                "--data",
                folder.resolve("correlator-" + number).toString());
    }

    /** Waits until so many members of the group own partitions. */
    void awaitOwners(int owners) {
        try (Admin admin = Admin.create(kafka.clientProperties())) {
            Awaitility.await()
                    .atMost(START_MAX)
                    .ignoreException(ExecutionException.class) // as long as the group is not there
                    .until(() -> owners(admin) == owners);
        }
    }

    private long owners(Admin admin) throws ExecutionException, InterruptedException {
        String group = kafka.prefix() + "correlator";
        Stream<MemberDescription> members = admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                .flatMap(description -> description.members().stream());
        return members.filter(member -> !member.assignment().topicPartitions().isEmpty())
                .count();
    }

    @Override
    public void close() {
        for (ChildJvm process : processes) {
            if (process != null) {
                process.close();
            }
        }
    }
}
