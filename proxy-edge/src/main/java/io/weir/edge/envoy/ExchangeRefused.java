package io.weir.edge.envoy;

import io.weir.edge.envoy.wire.LocalAnswer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request does not go on, or its response does not, or not all of it. */
final class ExchangeRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable LocalAnswer inPlace;

    /**
     * A refusal.
     *
     * @param inPlace what the agent gets; null where it has the beginning of the response
     */
    ExchangeRefused(@Nullable LocalAnswer inPlace) {
        super("the exchange is broken off");
        this.inPlace = inPlace;
    }

    /** What the agent gets; empty where all that is left is to break the response off. */
    Optional<LocalAnswer> inPlace() {
        return Optional.ofNullable(inPlace);
    }
}
