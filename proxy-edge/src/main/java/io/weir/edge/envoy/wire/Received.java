package io.weir.edge.envoy.wire;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCalls.BidiStreamingMethod;
import io.grpc.stub.ServerCalls.UnaryMethod;
import io.grpc.stub.StreamObserver;
import org.jspecify.annotations.Nullable;

/**
 * What came in the place of a message. Where it is none, the caller is told so; to throw while it is read would
 * log a stack trace for whatever a stranger sends.
 *
 * @param message null if it cannot be read
 */
record Received<T>(@Nullable T message) {

    static <T> Received<T> unreadable() {
        return new Received<>(null);
    }

    /** A method that is asked messages alone. */
    static <T, A> UnaryMethod<Received<T>, A> answering(UnaryMethod<T, A> method) {
        return (received, answers) -> {
            T message = received.message();
            if (message == null) {
                answers.onError(refusal());
            } else {
                method.invoke(message, answers);
            }
        };
    }

    /** A conversation that hears messages alone, and ends with the first that is none. */
    static <T, A> BidiStreamingMethod<Received<T>, A> conversing(BidiStreamingMethod<T, A> method) {
        return answers -> new Hearing<>(method.invoke(answers), answers);
    }

    private static StatusRuntimeException refusal() {
        return Status.INVALID_ARGUMENT
                .withDescription("not a message of this service")
                .asRuntimeException();
    }

    private record Hearing<T>(StreamObserver<T> messages, StreamObserver<?> answers)
            implements StreamObserver<Received<T>> {

        @Override
        public void onNext(Received<T> received) {
            T message = received.message();
            if (message == null) {
                messages.onError(refusal());
                answers.onError(refusal());
            } else {
                messages.onNext(message);
            }
        }

        @Override
        public void onError(Throwable cause) {
            messages.onError(cause);
        }

        @Override
        public void onCompleted() {
            messages.onCompleted();
        }
    }
}
