package io.weir.edge.envoy;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

/**
 * What an agent or Envoy does that goes away while a call is decided on: nobody hears the answer, and that is no error.
 */
final class Cancellation {

    private Cancellation() {}

    /** Lets answers go nowhere once nobody waits for them; without this gRPC throws at them. */
    static void quiet(StreamObserver<?> out) {
        if (out instanceof ServerCallStreamObserver<?> call) {
            call.setOnCancelHandler(() -> {});
        }
    }
}
