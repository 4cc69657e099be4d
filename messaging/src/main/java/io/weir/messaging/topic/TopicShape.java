package io.weir.messaging.topic;

import io.weir.schemas.topic.Topic;
import io.weir.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a topic that was found on a cluster, and what is wrong with it.
 *
 * @param name full name
 * @param partitions number of partitions
 * @param cleanup value of {@code cleanup.policy}
 */
record TopicShape(String name, int partitions, String cleanup) {

    /** What is wrong with the topics of a cluster, a line each. More partitions than declared are fine. */
    static List<String> problems(Map<Topic, TopicShape> shapes) {
        List<String> problems = new ArrayList<>();
        shapes.forEach((topic, shape) -> problems.addAll(shape.problems(topic)));
        problems.addAll(problemsOfAudit(shapes.get(Topics.AUDIT), shapes.get(Topics.CALLS)));
        problems.addAll(problemsOfAnswers(shapes.get(Topics.FLEET_ANSWERS), shapes.get(Topics.CALLS)));
        return problems;
    }

    /** This topic, with its declaration. */
    TopicState state(Topic topic, boolean created) {
        return new TopicState(topic, name, partitions, created);
    }

    private List<String> problems(Topic declared) {
        List<String> problems = new ArrayList<>();
        if (partitions < declared.partitions()) {
            problems.add(tooFew(declared.partitions(), "Weir needs at least " + declared.partitions()));
        }
        if (!words(cleanup).equals(words(declared.cleanup().configValue()))) {
            problems.add(wrongCleanup(declared.cleanup().configValue()));
        }
        return problems;
    }

    /** The audit chain of a partition of calls is written to the audit partition of the same number. */
    private static List<String> problemsOfAudit(@Nullable TopicShape audit, @Nullable TopicShape calls) {
        if (audit == null || calls == null || audit.partitions >= calls.partitions) {
            return List.of();
        }
        return List.of(audit.tooFew(calls.partitions, "it needs as many as " + calls.name));
    }

    /** An answer goes to the partition that the calls of its session are in, which its key finds only among as many. */
    private static List<String> problemsOfAnswers(@Nullable TopicShape answers, @Nullable TopicShape calls) {
        if (answers == null || calls == null || answers.partitions == calls.partitions) {
            return List.of();
        }
        return List.of(
                answers.partitions < calls.partitions
                        ? answers.tooFew(calls.partitions, "it needs exactly as many as " + calls.name)
                        : ("%s has %d partitions, it needs exactly as many as %s, which has %d. Fix: delete topic %s while no"
                                        + " correlator runs, it is made anew at the next start; or use another prefix")
                                .formatted(
                                        answers.name, answers.partitions, calls.name, calls.partitions, answers.name));
    }

    private String tooFew(int needed, String why) {
        return "%s has %d partitions, %s. Fix: kafka-topics.sh --alter --topic %s --partitions %d, or use another prefix"
                .formatted(name, partitions, why, name, needed);
    }

    private String wrongCleanup(String needed) {
        return ("%s has cleanup.policy=%s, Weir needs %s. Fix: kafka-configs.sh --alter --entity-type topics"
                        + " --entity-name %s --add-config cleanup.policy=[%s], or use another prefix")
                .formatted(name, cleanup, needed, name, needed);
    }

    private static Set<String> words(String list) {
        return Set.of(list.replace(" ", "").split(","));
    }
}
