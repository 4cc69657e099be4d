package io.weir.messaging.topic;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a cluster's answers; what goes wrong becomes {@link TopicsUnusable}.
 *
 * @param bootstrap address of the cluster, for messages
 */
record Answers(String bootstrap) {

    /** The answer to a question, put as {@code what} was to be done. */
    <T> T await(String what, @Nullable KafkaFuture<T> answer) {
        try {
            return Objects.requireNonNull(answer, what).get();
        } catch (ExecutionException e) {
            throw unusable(what, e);
        } catch (InterruptedException e) {
            throw interrupted(what, e);
        }
    }

    /** As {@link #await}, but empty if the answer is the error that one can live with. */
    <T> Optional<T> awaitUnless(Class<? extends Exception> expected, String what, @Nullable KafkaFuture<T> answer) {
        try {
            return Optional.ofNullable(Objects.requireNonNull(answer, what).get());
        } catch (ExecutionException e) {
            if (expected.isInstance(e.getCause())) {
                return Optional.empty();
            }
            throw unusable(what, e);
        } catch (InterruptedException e) {
            throw interrupted(what, e);
        }
    }

    private TopicsUnusable unusable(String what, ExecutionException failure) {
        Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
        String why = cause instanceof TimeoutException
                ? "Kafka did not answer in time. Fix: check the address, and that the cluster is up"
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return new TopicsUnusable(bootstrap, "could not " + what + ": " + why, cause);
    }

    private TopicsUnusable interrupted(String what, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new TopicsUnusable(bootstrap, "interrupted; could not " + what, cause);
    }
}
