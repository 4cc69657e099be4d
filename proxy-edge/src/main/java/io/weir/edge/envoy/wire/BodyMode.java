package io.weir.edge.envoy.wire;

/** How bodies come to an external processor: {@code ProcessingMode.BodySendMode}, in the order of its numbers. */
public enum BodyMode {
    /** Not at all. */
    NONE,
    /** Piece by piece; the head has gone on before. */
    STREAMED,
    /** Whole; the head waits. */
    BUFFERED,
    /** Whole, or the beginning of a long one; the rest of it passes unseen. */
    BUFFERED_PARTIAL,
    /** Piece by piece; the head waits for its answer, and what we do not give back goes nowhere. */
    FULL_DUPLEX_STREAMED,
    /** A message of gRPC at a time. */
    GRPC;

    /** The mode with a number; one that we do not know shows us nothing that we understand. */
    static BodyMode of(long number) {
        return number >= 0 && number < values().length ? values()[(int) number] : NONE;
    }
}
