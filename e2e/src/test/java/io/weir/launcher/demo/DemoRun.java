package io.weir.launcher.demo;

import io.weir.launcher.WeirMain;
import io.weir.launcher.audit.AuditCluster;
import io.weir.launcher.audit.TopicReader;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.schemas.topic.Topic;
import io.weir.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.jspecify.annotations.Nullable;

/** One run of {@code weir demo} in a process of its own, and every record that it left in its broker. */
record DemoRun(int exitCode, String output, String log, Path data, Map<String, List<byte[]>> recordsByTopic) {

    private static final int RUN_SECONDS_MAX = 120;

    /** Plays the demo with its data below a folder, its logs switched on. */
    static DemoRun play(Path parent) throws IOException, InterruptedException {
        Path output = Files.createTempFile("demo", ".out");
        Path log = Files.createTempFile("demo", ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WeirMain.class.getName(),
                        "demo",
                        "--logs",
                        "--data",
                        parent.toString())
                .redirectOutput(output.toFile())
                .redirectError(log.toFile())
                .start();
        if (!process.waitFor(RUN_SECONDS_MAX, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(
                    "the demo did not end within " + RUN_SECONDS_MAX + " s:\n" + Files.readString(log));
        }
        Path data = onlyChild(parent);
        return new DemoRun(process.exitValue(), Files.readString(output), Files.readString(log), data, read(data));
    }

    Set<String> topics() {
        return recordsByTopic.keySet();
    }

    /** Keys, values and header values of a topic. */
    List<byte[]> records(String topic) {
        return recordsByTopic.getOrDefault(topic, List.of());
    }

    /** Values of one of our topics. */
    List<byte[]> values(Topic topic) {
        return recordsByTopic.getOrDefault(topic.named(Topics.DEFAULT_PREFIX) + " values", List.of());
    }

    private static Path onlyChild(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private static Map<String, List<byte[]>> read(Path data) throws InterruptedException {
        Map<String, List<byte[]>> records = new TreeMap<>();
        try (AuditCluster cluster = AuditCluster.on(data);
                TopicReader reader = TopicReader.connect(KafkaConnection.local(cluster.bootstrap()))) {
            for (String topic : names(cluster.bootstrap())) {
                List<byte[]> all = records.computeIfAbsent(topic, none -> new ArrayList<>());
                List<byte[]> values = records.computeIfAbsent(topic + " values", none -> new ArrayList<>());
                reader.partitions(topic)
                        .forEach(partition -> reader.readAll(partition, found -> {
                            add(all, found.key());
                            add(all, found.value());
                            add(values, found.value());
                            found.headers().forEach(header -> add(all, header.value()));
                        }));
            }
        }
        return records;
    }

    private static void add(List<byte[]> list, byte @Nullable [] bytes) {
        if (bytes != null) {
            list.add(bytes);
        }
    }

    private static Set<String> names(String bootstrap) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            return admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
