package io.weir.messaging.topic;

import io.weir.messaging.kafka.KafkaConnection;
import io.weir.schemas.topic.Topic;
import io.weir.schemas.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Sees to it that topics are there, have the shape they are declared with, and answer. Every step waits for the
 * cluster, {@link #DEFAULT_WAIT_MAX} at most unless told otherwise.
 */
public final class TopicAdmin implements AutoCloseable {

    /** How long a step may take. */
    public static final Duration DEFAULT_WAIT_MAX = Duration.ofSeconds(20);

    private static final String PROBE = "reach every partition";
    private static final Duration SHORT_BELOW = Duration.ofDays(1);
    private static final int SEGMENTS = 4;
    private static final long PROBE_PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private final Admin admin;
    private final KafkaConnection connection;
    private final Duration waitMax;
    private final Answers answers;

    private TopicAdmin(Admin admin, KafkaConnection connection, Duration waitMax) {
        this.admin = admin;
        this.connection = connection;
        this.waitMax = waitMax;
        this.answers = new Answers(connection.bootstrap());
    }

    /** An administrator of the topics of this cluster. It connects when it is used. */
    public static TopicAdmin create(KafkaConnection connection) {
        return create(connection, DEFAULT_WAIT_MAX);
    }

    /** As {@link #create(KafkaConnection)}, with another time limit for each step. */
    public static TopicAdmin create(KafkaConnection connection, Duration waitMax) {
        Map<String, Object> properties = connection.clientProperties();
        int waitMillisMax = Math.toIntExact(waitMax.toMillis());
        properties.put(AdminClientConfig.CLIENT_ID_CONFIG, "weir-topics");
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, waitMillisMax);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, waitMillisMax / 2);
        return new TopicAdmin(Admin.create(properties), connection, waitMax);
    }

    /** {@link #ensure(List)} for all topics of Weir. */
    public List<TopicState> ensureAll() {
        return ensure(Topics.all());
    }

    /**
     * Creates the topics that are missing, checks the others, and returns when every partition answers.
     *
     * @throws TopicsUnusable if a topic has the wrong shape, cannot be created, or the cluster does not answer
     */
    public List<TopicState> ensure(List<Topic> topics) {
        Map<Topic, TopicShape> found = find(topics);
        Map<Topic, TopicShape> wanted = new LinkedHashMap<>();
        topics.forEach(topic -> wanted.put(topic, found.getOrDefault(topic, newShape(topic, found))));
        refuse(TopicShape.problems(wanted));
        createMissing(wanted, found);
        probe(wanted);
        return wanted.entrySet().stream()
                .map(entry -> entry.getValue().state(entry.getKey(), !found.containsKey(entry.getKey())))
                .toList();
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }

    private Map<Topic, TopicShape> find(List<Topic> topics) {
        List<String> names = topics.stream().map(connection::nameOf).toList();
        Map<String, KafkaFuture<TopicDescription>> descriptions =
                admin.describeTopics(names).topicNameValues();
        Map<Topic, TopicShape> found = new LinkedHashMap<>();
        for (Topic topic : topics) {
            String name = connection.nameOf(topic);
            answers.awaitUnless(
                            UnknownTopicOrPartitionException.class, "describe topic " + name, descriptions.get(name))
                    .ifPresent(description -> found.put(topic, shape(description)));
        }
        return found;
    }

    private TopicShape shape(TopicDescription description) {
        String name = description.name();
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        Config config = answers.await(
                "read the configuration of " + name,
                admin.describeConfigs(List.of(resource)).values().get(resource));
        ConfigEntry cleanup = config.get(TopicConfig.CLEANUP_POLICY_CONFIG);
        return new TopicShape(name, description.partitions().size(), cleanup == null ? "unknown" : cleanup.value());
    }

    private TopicShape newShape(Topic topic, Map<Topic, TopicShape> found) {
        return new TopicShape(
                connection.nameOf(topic),
                newPartitions(topic, found),
                topic.cleanup().configValue());
    }

    /**
     * The declared number; where calls exist already, a new audit topic gets at least a partition for each of theirs,
     * and answers to sessions get just as many, because they go where the calls of the session are.
     */
    private static int newPartitions(Topic topic, Map<Topic, TopicShape> found) {
        TopicShape calls = found.get(Topics.CALLS);
        if (calls != null && topic.equals(Topics.AUDIT)) {
            return Math.max(topic.partitions(), calls.partitions());
        }
        return calls != null && topic.equals(Topics.FLEET_ANSWERS) ? calls.partitions() : topic.partitions();
    }

    private void createMissing(Map<Topic, TopicShape> wanted, Map<Topic, TopicShape> found) {
        List<NewTopic> missing = wanted.keySet().stream()
                .filter(topic -> !found.containsKey(topic))
                .map(topic -> declaration(topic, newShape(topic, found)))
                .toList();
        // Somebody else, who starts at the same moment, may be quicker; both create the same shape.
        admin.createTopics(missing)
                .values()
                .forEach((name, created) ->
                        answers.awaitUnless(TopicExistsException.class, "create topic " + name, created));
    }

    private NewTopic declaration(Topic topic, TopicShape shape) {
        Optional<Short> replication =
                Optional.of((short) connection.replicationFactor()).filter(copies -> copies > 0);
        return new NewTopic(shape.name(), Optional.of(shape.partitions()), replication).configs(settings(topic));
    }

    private static Map<String, String> settings(Topic topic) {
        Map<String, String> settings = new HashMap<>(Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                topic.cleanup().configValue(),
                TopicConfig.COMPRESSION_TYPE_CONFIG,
                topic.compression().configValue(),
                TopicConfig.RETENTION_MS_CONFIG,
                String.valueOf(topic.retention().toMillis())));
        if (topic.retention().compareTo(SHORT_BELOW) < 0) {
            // A segment that is written to is not deleted, and stays open for a week unless told otherwise.
            settings.put(
                    TopicConfig.SEGMENT_MS_CONFIG,
                    String.valueOf(topic.retention().toMillis() / SEGMENTS));
        }
        return settings;
    }

    /**
     * Waits until every partition has a leader that answers. A producer that writes before that can lose its first
     * batch for good, in spite of acks=all and idempotence: KAFKA-15591. Asked right after creation, a broker may not
     * know the topic yet, and Kafka's client does not ask again by itself.
     */
    private void probe(Map<Topic, TopicShape> shapes) {
        Map<TopicPartition, OffsetSpec> partitions = shapes.values().stream()
                .flatMap(TopicAdmin::partitions)
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        long deadlineNanos = System.nanoTime() + waitMax.toNanos();
        while (System.nanoTime() < deadlineNanos) {
            if (answers.awaitUnless(UnknownTopicOrPartitionException.class, PROBE, ask(partitions))
                    .isPresent()) {
                return;
            }
            LockSupport.parkNanos(PROBE_PAUSE_NANOS);
        }
        answers.await(PROBE, ask(partitions));
    }

    private KafkaFuture<Map<TopicPartition, ListOffsetsResultInfo>> ask(Map<TopicPartition, OffsetSpec> partitions) {
        return admin.listOffsets(partitions).all();
    }

    private static Stream<TopicPartition> partitions(TopicShape shape) {
        return IntStream.range(0, shape.partitions()).mapToObj(number -> new TopicPartition(shape.name(), number));
    }

    private void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new TopicsUnusable(connection.bootstrap(), problems);
        }
    }
}
