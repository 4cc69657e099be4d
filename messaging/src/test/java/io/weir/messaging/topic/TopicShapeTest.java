package io.weir.messaging.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.topic.Topic;
import io.weir.schemas.topic.Topics;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TopicShapeTest {

    @Test
    void acceptsTheDeclaredShape() {
        assertThat(TopicShape.problems(Map.of(Topics.CALLS, new TopicShape("weir.calls.v1", 6, "delete"))))
                .isEmpty();
    }

    @Test
    void acceptsMorePartitions() {
        assertThat(TopicShape.problems(Map.of(Topics.CALLS, new TopicShape("weir.calls.v1", 48, "delete"))))
                .isEmpty();
    }

    @Test
    void acceptsCleanupWordsInAnyOrder() {
        assertThat(TopicShape.problems(Map.of(Topics.ALERTS, new TopicShape("weir.alerts.v1", 6, "delete, compact"))))
                .isEmpty();
    }

    @Test
    void saysHowToAddMissingPartitions() {
        assertThat(TopicShape.problems(Map.of(Topics.CALLS, new TopicShape("weir.calls.v1", 2, "delete"))))
                .containsExactly("weir.calls.v1 has 2 partitions, Weir needs at least 6. Fix: kafka-topics.sh --alter"
                        + " --topic weir.calls.v1 --partitions 6, or use another prefix");
    }

    @Test
    void saysHowToCorrectTheCleanup() {
        assertThat(TopicShape.problems(Map.of(Topics.ALERTS, new TopicShape("weir.alerts.v1", 6, "delete"))))
                .containsExactly("weir.alerts.v1 has cleanup.policy=delete, Weir needs compact,delete. Fix:"
                        + " kafka-configs.sh --alter --entity-type topics --entity-name weir.alerts.v1 --add-config"
                        + " cleanup.policy=[compact,delete], or use another prefix");
    }

    @Test
    void refusesFewerAuditPartitionsThanPartitionsOfCalls() {
        Map<Topic, TopicShape> shapes = Map.of(
                Topics.CALLS, new TopicShape("weir.calls.v1", 12, "delete"),
                Topics.AUDIT, new TopicShape("weir.audit.v1", 6, "delete"));

        assertThat(TopicShape.problems(shapes))
                .singleElement()
                .asString()
                .contains("weir.audit.v1 has 6 partitions, it needs as many as weir.calls.v1", "--partitions 12");
    }

    @Test
    void refusesAnotherNumberOfPartitionsOfAnswersThanOfCalls() {
        TopicShape calls = new TopicShape("weir.calls.v1", 12, "delete");
        TopicShape fewer = new TopicShape("weir.fleet.answers.v2", 6, "delete");
        TopicShape more = new TopicShape("weir.fleet.answers.v2", 24, "delete");

        assertThat(TopicShape.problems(Map.of(Topics.CALLS, calls, Topics.FLEET_ANSWERS, fewer)))
                .singleElement()
                .asString()
                .contains("has 6 partitions, it needs exactly as many as weir.calls.v1", "--partitions 12");
        assertThat(TopicShape.problems(Map.of(Topics.CALLS, calls, Topics.FLEET_ANSWERS, more)))
                .singleElement()
                .asString()
                .contains("has 24 partitions", "weir.calls.v1, which has 12", "delete topic weir.fleet.answers.v2");
    }
}
